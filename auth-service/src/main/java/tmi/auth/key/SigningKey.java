package tmi.auth.key;

import java.security.Key;
import tmi.service.caller.TokenConfig.Algorithm;

/// What a token is signed with.
///
/// @param kid the key's id, named in the token's header
public record SigningKey(String kid, Algorithm algorithm, Key key) {}
