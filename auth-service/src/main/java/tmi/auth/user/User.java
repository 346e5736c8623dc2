package tmi.auth.user;

import java.util.UUID;

/// A person (or machine account) as the database knows it.
///
/// @param provider empty for a person whom no provider has vouched for yet
/// @param providerId null until the first sign-in
/// @param automation a machine account, as which nobody signs in
public record User(
    UUID id,
    String provider,
    String providerId,
    String email,
    boolean emailVerified,
    String name,
    boolean automation,
    boolean active) {}
