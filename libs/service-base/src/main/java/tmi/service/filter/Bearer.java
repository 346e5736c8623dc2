package tmi.service.filter;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import tmi.kernel.problem.Problem;

/// Where a token is read (contract `auth.md` section 3.4): the bearer header first; a malformed
/// header fails and the cookie is not tried.
final class Bearer {
  static final String COOKIE = "tmi_access_token";
  private static final String SCHEME = "bearer ";

  private Bearer() {}

  static Optional<String> token(HttpServerRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null) {
      return Optional.ofNullable(request.getCookie(COOKIE)).map(Cookie::getValue);
    }
    boolean named = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    if (!named || header.length() == SCHEME.length()) {
      throw Problem.unauthorized();
    }
    return Optional.of(header.substring(SCHEME.length()).strip());
  }
}
