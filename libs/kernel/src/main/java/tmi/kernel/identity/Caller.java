package tmi.kernel.identity;

import java.time.Instant;
import java.util.UUID;

/// The person or machine behind a request, as a verified token tells it. Rights are never read from
/// here: they come from the database (architecture section 3, "Permissions").
///
/// @param userId internal id; for machines that of the person they act for
/// @param provider identity provider's id, `tmi` for the built-in one
/// @param providerId the person's id at that provider
/// @param sessionId sign-in session the token belongs to (claim `sid`)
/// @param tokenId claim `jti`; null on client-credential tokens
/// @param issuedAt when the token was signed
/// @param expiresAt when the token ends
/// @param authTime last interactive sign-in; step-up is judged by it
public record Caller(
    UUID userId,
    String provider,
    String providerId,
    String email,
    String name,
    String sessionId,
    String tokenId,
    Instant issuedAt,
    Instant expiresAt,
    Instant authTime,
    CallerKind kind) {}
