package tmi.auth.signin;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// A sign-in between its two halves.
///
/// @param clientCallback where the person goes next; null when the client named nothing
@RegisterForReflection
record Pending(String provider, String clientCallback, String codeChallenge) {}
