package tmi.service.caller;

import java.time.Instant;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import tmi.kernel.id.Ids;
import tmi.kernel.identity.Caller;
import tmi.kernel.identity.CallerKind;
import tmi.kernel.problem.Problem;

/// The claims of an access token (contract `auth.md` section 3.1) and what they mean. Besides
/// those, ours carry `tmi_user` (internal id) and `sid` (sign-in session).
public final class CallerClaims {
  /// Internal id of the person.
  public static final String USER = "tmi_user";

  /// Sign-in session.
  public static final String SESSION = "sid";

  private static final String SERVICE_ACCOUNT = "sa:";

  private CallerClaims() {}

  static Caller read(JwtClaims claims) throws InvalidJwtException {
    try {
      String subject = claims.getSubject();
      UUID user = Ids.parse(claims.getStringClaimValue(USER)).orElseThrow(Problem::unauthorized);
      return new Caller(
          user,
          claims.getStringClaimValue("idp"),
          providerId(subject),
          claims.getStringClaimValue("email"),
          claims.getStringClaimValue("name"),
          claims.getStringClaimValue(SESSION),
          claims.getJwtId(),
          time(claims.getIssuedAt()),
          time(claims.getExpirationTime()),
          time(claims.getNumericDateClaimValue("auth_time")),
          kind(subject, claims));
    } catch (MalformedClaimException e) {
      throw Problem.unauthorized();
    }
  }

  private static CallerKind kind(String subject, JwtClaims claims) {
    if (claims.hasClaim("delegation")) {
      return CallerKind.ADDON;
    }
    return subject.startsWith(SERVICE_ACCOUNT) ? CallerKind.SERVICE_ACCOUNT : CallerKind.PERSON;
  }

  private static String providerId(String subject) {
    return subject.startsWith(SERVICE_ACCOUNT)
        ? subject.substring(subject.indexOf(':', SERVICE_ACCOUNT.length()) + 1)
        : subject;
  }

  private static Instant time(org.jose4j.jwt.NumericDate date) {
    return date == null ? Instant.EPOCH : Instant.ofEpochSecond(date.getValue());
  }
}
