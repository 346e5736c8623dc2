package tmi.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import tmi.service.caller.TokenConfig;

/// The two cookies (contract `auth.md` section 4), as texts for `Set-Cookie`.
@ApplicationScoped
public class SessionCookies {
  /// Equal to a bearer header on every address.
  public static final String ACCESS = "tmi_access_token";

  /// Sent to the sign-in addresses alone.
  public static final String REFRESH = "tmi_refresh_token";

  private final SessionConfig config;
  private final boolean secure;

  SessionCookies(SessionConfig config, TokenConfig token) {
    this.config = config;
    this.secure = config.cookieSecure().orElse(token.issuer().startsWith("https://"));
  }

  /// Cookies that carry this pair; none when cookies are off.
  public List<String> carrying(String access, String refresh) {
    return both(access, config.accessLife(), refresh, config.refreshLife());
  }

  /// Cookies that take both away.
  public List<String> cleared() {
    return both("", Duration.ofSeconds(-1), "", Duration.ofSeconds(-1));
  }

  private List<String> both(
      String access, Duration accessLife, String refresh, Duration refreshLife) {
    return config.cookies()
        ? List.of(
            cookie(ACCESS, access, "/", "Lax", accessLife),
            cookie(REFRESH, refresh, "/oauth2", "Strict", refreshLife))
        : List.of();
  }

  private String cookie(String name, String value, String path, String sameSite, Duration life) {
    String domain = config.cookieDomain().map(d -> "; Domain=" + d).orElse("");
    return "%s=%s; Path=%s%s; Max-Age=%d; HttpOnly%s; SameSite=%s"
        .formatted(name, value, path, domain, life.toSeconds(), secure ? "; Secure" : "", sameSite);
  }
}
