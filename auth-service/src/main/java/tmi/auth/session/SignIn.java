package tmi.auth.session;

import java.time.Instant;
import java.util.UUID;

/// One sign-in.
///
/// @param id claim `sid` of every token that comes of it
/// @param authenticatedAt the interactive login; no refresh moves it
/// @param expiresAt when the person must sign in again, whatever was refreshed
public record SignIn(UUID id, UUID userId, Instant authenticatedAt, Instant expiresAt) {}
