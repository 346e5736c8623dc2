package tmi.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// A client of the code flow, as a browser and its web application are one together.
public final class SignInClient {
  public static final String CALLBACK = "http://localhost:4200/oauth2/callback";
  private final String verifier;
  private final String base;

  public SignInClient() {
    this("");
  }

  /// @param base address of the replica to ask, without a slash at the end; empty for the service
  ///   under test
  public SignInClient(String base) {
    this(base, UUID.randomUUID() + "-" + UUID.randomUUID());
  }

  private SignInClient(String base, String verifier) {
    this.base = base;
    this.verifier = verifier;
  }

  /// A pair of tokens of the development user with that hint.
  public static Map<String, Object> signIn(String hint) {
    SignInClient client = new SignInClient();
    return client.exchange(client.codeFor(hint)).then().statusCode(200).extract().as(Map.class);
  }

  public static String bearer(Map<String, Object> pair) {
    return "Bearer " + pair.get("access_token");
  }

  public String verifier() {
    return verifier;
  }

  public String codeFor(String hint) {
    Response found = authorize(Map.of("login_hint", hint));
    assertThat(found.statusCode()).as(found.asString()).isEqualTo(302);
    return query(found.header("Location")).get("code");
  }

  /// A null value takes a member away.
  public Response authorize(Map<String, String> changes) {
    Map<String, String> query = new HashMap<>();
    query.put("idp", "tmi");
    query.put("scope", "openid profile email");
    query.put("client_callback", CALLBACK);
    query.put("state", "5f2a");
    query.put("code_challenge", challenge());
    query.put("code_challenge_method", "S256");
    query.putAll(changes);
    query.values().removeIf(String::isEmpty);
    return given().redirects().follow(false).queryParams(query).get(base + "/oauth2/authorize");
  }

  public Response exchange(String code) {
    return exchange(Map.of("code", code));
  }

  /// An empty value takes a member away.
  public Response exchange(Map<String, String> changes) {
    Map<String, String> body = new HashMap<>();
    body.put("grant_type", "authorization_code");
    body.put("code_verifier", verifier);
    body.put("redirect_uri", CALLBACK);
    body.putAll(changes);
    body.values().removeIf(String::isEmpty);
    return json().body(body).post(base + "/oauth2/token?idp=tmi");
  }

  /// The same sign-in, asked of another replica.
  public SignInClient at(String otherBase) {
    return new SignInClient(otherBase, verifier);
  }

  public static Response refresh(Object refreshToken) {
    return json().body(Map.of("refresh_token", refreshToken)).post("/oauth2/refresh");
  }

  public static RequestSpecification json() {
    return given().contentType("application/json");
  }

  public static Map<String, String> query(String address) {
    return Arrays.stream(URI.create(address).getRawQuery().split("&"))
        .map(member -> member.split("=", 2))
        .collect(
            Collectors.toMap(
                parts -> parts[0], parts -> URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
  }

  private String challenge() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
