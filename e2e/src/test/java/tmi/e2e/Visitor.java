package tmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// Somebody outside: speaks HTTP to the gateway and knows nothing of the inside.
final class Visitor {
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final String CALLBACK = "http://localhost:4200/oauth2/callback";
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI gateway;
  private String token;
  private String refreshToken;

  Visitor(URI gateway) {
    this.gateway = gateway;
  }

  /// Signs in with the development provider by an authorization code with PKCE.
  Visitor signIn(String hint) {
    String verifier = random() + random();
    String query =
        "?idp=tmi&scope=openid%20profile%20email&response_type=code&code_challenge_method=S256"
            + "&client_callback="
            + encode(CALLBACK)
            + "&login_hint="
            + hint
            + "&state="
            + random()
            + "&code_challenge="
            + challenge(verifier);
    var redirect = send("GET", "/oauth2/authorize" + query, null, Map.of());
    assertThat(redirect.statusCode()).as(redirect.body()).isEqualTo(302);
    var code = CODE.matcher(redirect.headers().firstValue("Location").orElse(""));
    assertThat(code.find()).isTrue();
    var body =
        JSON.createObjectNode()
            .put("grant_type", "authorization_code")
            .put("code", URLDecoder.decode(code.group(1), StandardCharsets.UTF_8))
            .put("code_verifier", verifier)
            .put("redirect_uri", CALLBACK);
    JsonNode tokens = ok(send("POST", "/oauth2/token?idp=tmi", body, Map.of()), 200);
    token = tokens.get("access_token").asText();
    refreshToken = tokens.get("refresh_token").asText();
    return this;
  }

  JsonNode get(String path) {
    return ok(call("GET", path, null), 200);
  }

  JsonNode post(String path, Object body) {
    return ok(call("POST", path, body), 201);
  }

  HttpResponse<String> call(String method, String path, Object body) {
    String type = method.equals("PATCH") ? "application/json-patch+json" : "application/json";
    return send(
        method, path, body, Map.of("Authorization", "Bearer " + token, "Content-Type", type));
  }

  HttpResponse<String> callByCookie(String method, String path) {
    return send(method, path, null, Map.of("Cookie", "tmi_access_token=" + token));
  }

  HttpResponse<String> send(String method, String path, Object body, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(30));
    request.header("Accept", "application/json");
    headers.forEach((name, value) -> {
      if (body != null || !name.equals("Content-Type")) {
        request.setHeader(name, value); // in place of what is asked for by default
      }
    });
    if (body != null && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    request.method(
        method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// The body of an answer that must have the status.
  static JsonNode ok(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
    return json(answer.body());
  }

  static JsonNode json(String text) {
    try {
      return text.isBlank() ? JSON.missingNode() : JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String token() {
    return token;
  }

  String refreshToken() {
    return refreshToken;
  }

  URI gateway() {
    return gateway;
  }

  HttpClient http() {
    return http;
  }

  private static String text(Object body) {
    return body instanceof String text ? text : body.toString();
  }

  private static String random() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private static String challenge(String verifier) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
