package tmi.auth.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtSignatureBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PrivateKey;
import java.time.Instant;
import javax.crypto.SecretKey;
import org.jboss.logging.Logger;
import tmi.auth.group.Standing;
import tmi.auth.key.SigningKey;
import tmi.auth.session.SessionConfig;
import tmi.auth.session.SignIn;
import tmi.auth.user.User;
import tmi.service.caller.TokenConfig;
import tmi.service.id.IdSource;

/// Makes the texts of tokens.
@ApplicationScoped
class TokenMaker {
  /// What browsers take in one cookie, name and attributes left out.
  private static final int COOKIE_LIMIT = 4093;

  private static final int SALT_BYTES = 32;

  private static final Logger LOG = Logger.getLogger(TokenMaker.class);
  private final TokenConfig token;
  private final SessionConfig session;
  private final IdSource ids;

  TokenMaker(TokenConfig token, SessionConfig session, IdSource ids) {
    this.token = token;
    this.session = session;
    this.ids = ids;
  }

  /// A signed access token.
  String access(SigningKey key, User user, Standing standing, SignIn signIn, Instant now) {
    var claims =
        new AccessToken(ids.v4(), user, standing, signIn)
            .claims(token.issuer(), now, session.accessLife());
    JwtSignatureBuilder unsigned = Jwt.claims(claims).jws().keyId(key.kid());
    String text =
        switch (key.algorithm()) {
          case ES256 -> unsigned.algorithm(SignatureAlgorithm.ES256).sign((PrivateKey) key.key());
          case HS256 -> unsigned.algorithm(SignatureAlgorithm.HS256).sign((SecretKey) key.key());
        };
    if (text.length() > COOKIE_LIMIT) {
      LOG.warnf("access token too long for a cookie bytes=%d caller=%s", text.length(), user.id());
    }
    return text;
  }

  /// A text that nobody can guess.
  String refreshText() {
    return ids.v4().toString();
  }

  /// Random bytes that the text of one successor depends on.
  byte[] salt() {
    return ids.bytes(SALT_BYTES);
  }

  /// A refresh token of that text; it never outlives its sign-in.
  RefreshToken refresh(String text, SignIn signIn, Instant now) {
    Instant own = now.plus(session.refreshLife());
    Instant end = own.isBefore(signIn.expiresAt()) ? own : signIn.expiresAt();
    return new RefreshToken(text, end);
  }

  /// Seconds an access token lasts.
  long accessSeconds() {
    return session.accessLife().toSeconds();
  }
}
