package tmi.gateway.guard;

import java.util.Set;

/// The limits by address (rest-behaviour section 24); limits by person are the services' own.
enum RateRule {
  DISCOVERY,
  SIGN_IN;

  private static final Set<String> SIGNING_IN =
      Set.of(
          "/oauth2/authorize",
          "/oauth2/callback",
          "/oauth2/token",
          "/oauth2/refresh",
          "/oauth2/introspect",
          "/oauth2/revoke",
          "/saml/acs",
          "/saml/slo");

  /// Null when the path has no limit by address.
  static RateRule of(String path) {
    if (path.startsWith("/.well-known/")) {
      return DISCOVERY;
    }
    boolean samlLogin = path.startsWith("/saml/") && path.endsWith("/login");
    return samlLogin || SIGNING_IN.contains(path) ? SIGN_IN : null;
  }
}
