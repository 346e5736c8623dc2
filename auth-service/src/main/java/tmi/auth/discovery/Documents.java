package tmi.auth.discovery;

import java.util.List;
import tmi.auth.discovery.ResourceMetadata.BearerMethod;

/// What the three documents of a server at this address say. Plain values, so that they cannot
/// contradict each other.
record Documents(String base, String algorithm) {
  private static final List<String> SCOPES = List.of("openid", "profile", "email");
  private static final List<String> RESPONSES = List.of("code");
  private static final List<String> GRANTS =
      List.of("authorization_code", "refresh_token", "client_credentials");
  private static final List<String> CLIENT_AUTH =
      List.of("client_secret_post", "client_secret_basic");
  private static final List<String> CHALLENGES = List.of("S256");
  private static final List<String> CLAIMS =
      List.of(
          "sub",
          "iss",
          "aud",
          "exp",
          "iat",
          "email",
          "email_verified",
          "name",
          "given_name",
          "family_name",
          "picture",
          "locale");

  OpenIdConfiguration openId() {
    return new OpenIdConfiguration(
        base,
        at("/oauth2/authorize"),
        at("/oauth2/token"),
        at("/oauth2/userinfo"),
        jwks(),
        RESPONSES,
        List.of("public"),
        List.of(algorithm),
        SCOPES,
        CLAIMS,
        at("/oauth2/introspect"),
        CHALLENGES,
        GRANTS,
        at("/oauth2/revoke"),
        CLIENT_AUTH,
        true);
  }

  ServerMetadata server() {
    return new ServerMetadata(
        base,
        at("/oauth2/authorize"),
        at("/oauth2/token"),
        at("/oauth2/introspect"),
        RESPONSES,
        GRANTS,
        CLIENT_AUTH,
        CHALLENGES,
        jwks(),
        at("/oauth2/revoke"),
        SCOPES,
        true);
  }

  ResourceMetadata resource() {
    return new ResourceMetadata(
        base,
        SCOPES,
        List.of(base),
        jwks(),
        List.of(BearerMethod.HEADER),
        "TMI (Threat Modeling Improved)",
        null,
        false);
  }

  private String jwks() {
    return at("/.well-known/jwks.json");
  }

  private String at(String path) {
    return base + path;
  }
}
