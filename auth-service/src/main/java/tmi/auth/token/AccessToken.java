package tmi.auth.token;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tmi.auth.group.Standing;
import tmi.auth.session.SignIn;
import tmi.auth.user.User;

/// The claims of an access token (contract `auth.md` section 3.1, and `tmi_user` and `sid`). Roles
/// in it only feed the user interface; no service decides by them.
record AccessToken(UUID id, User user, Standing standing, SignIn signIn) {

  Map<String, Object> claims(String issuer, Instant now, Duration life) {
    long second = now.getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("aud", List.of(issuer));
    claims.put("sub", user.providerId());
    claims.put("email", user.email());
    if (user.emailVerified()) {
      claims.put("email_verified", true);
    }
    claims.put("name", user.name());
    claims.put("idp", user.provider());
    claims.put("groups", standing.groupNames());
    claims.put("tmi_is_administrator", standing.administrator());
    claims.put("tmi_is_security_reviewer", standing.securityReviewer());
    claims.put("tmi_user", user.id().toString());
    claims.put("sid", signIn.id().toString());
    claims.put("auth_time", signIn.authenticatedAt().getEpochSecond());
    claims.put("iat", second);
    claims.put("nbf", second);
    claims.put("exp", second + life.toSeconds());
    claims.put("jti", id.toString());
    return claims;
  }
}
