package tmi.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Signs in with the development provider: authorization code with PKCE (contract `auth.md`
/// sections 1 and 2).
final class SignIn {
  private static final String CALLBACK = "http://127.0.0.1/demo";
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

  private SignIn() {}

  static Api as(URI address, String person) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    String verifier = random();
    String code = authorize(http, address, person, verifier);
    return new Api(http, address, exchange(http, address, code, verifier));
  }

  private static String authorize(HttpClient http, URI address, String person, String verifier)
      throws IOException, InterruptedException {
    String query =
        "?idp=tmi&scope=openid%20profile%20email&response_type=code&code_challenge_method=S256"
            + "&client_callback="
            + encode(CALLBACK)
            + "&login_hint="
            + encode(person)
            + "&state="
            + random()
            + "&code_challenge="
            + challenge(verifier);
    HttpResponse<String> answer =
        send(http, HttpRequest.newBuilder(address.resolve("/oauth2/authorize" + query)).build());
    Matcher code = CODE.matcher(answer.headers().firstValue("Location").orElse(""));
    if (answer.statusCode() != 302 || !code.find()) {
      throw new DemoFailure(
          "signing in as "
              + person
              + " was answered "
              + answer.statusCode()
              + " "
              + answer.body()
              + "; the demo needs the development provider, which ./tmi up switches on");
    }
    return code.group(1);
  }

  private static String exchange(HttpClient http, URI address, String code, String verifier)
      throws IOException, InterruptedException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode body =
        mapper
            .createObjectNode()
            .put("grant_type", "authorization_code")
            .put("code", java.net.URLDecoder.decode(code, StandardCharsets.UTF_8))
            .put("code_verifier", verifier)
            .put("redirect_uri", CALLBACK);
    HttpResponse<String> answer =
        send(
            http,
            HttpRequest.newBuilder(address.resolve("/oauth2/token?idp=tmi"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(mapper.writeValueAsString(body)))
                .build());
    JsonNode tokens = mapper.readTree(answer.body());
    if (!tokens.hasNonNull("access_token")) {
      throw new DemoFailure("no token was given: " + answer.statusCode() + " " + answer.body());
    }
    return tokens.get("access_token").asText();
  }

  private static HttpResponse<String> send(HttpClient http, HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (ConnectException e) {
      throw new DemoFailure(
          "nothing answers at " + request.uri().resolve("/") + "; start the suite with ./tmi up");
    }
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
