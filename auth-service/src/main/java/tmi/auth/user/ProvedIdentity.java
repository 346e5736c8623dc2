package tmi.auth.user;

import java.util.List;

/// A person as an identity provider vouches for.
///
/// @param subject the person's id at the provider
/// @param groups names of the provider's groups that the person is in
public record ProvedIdentity(
    String provider,
    String subject,
    String email,
    boolean emailVerified,
    String name,
    List<String> groups) {}
