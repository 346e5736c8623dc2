package tmi.testkit;

import java.util.UUID;

/// Somebody who signed in, with a token that every service accepts.
///
/// @param id internal id
/// @param providerId id at the provider `tmi`, the `sub` of the token
/// @param sessionId claim `sid`
/// @param tokenId claim `jti`
/// @param token signed access token
public record Person(
    UUID id,
    String providerId,
    String email,
    String name,
    UUID sessionId,
    UUID tokenId,
    String token) {

  /// Value of the header `Authorization`.
  public String bearer() {
    return "Bearer " + token;
  }
}
