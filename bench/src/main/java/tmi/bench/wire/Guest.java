package tmi.bench.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// A person who has signed in with the development provider.
///
/// @param name login hint, and so the id at the provider
/// @param token access token
public record Guest(String name, String token, String refreshToken) {
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final String CALLBACK = "http://localhost:4200/oauth2/callback";
  private static final ObjectMapper JSON = new ObjectMapper();

  public static Guest signIn(Door door, String name) {
    JsonNode tokens = door.ask(authorize(door, name).exchange()).must(200);
    return new Guest(
        name, tokens.get("access_token").asText(), tokens.get("refresh_token").asText());
  }

  /// The first half of a sign-in.
  public static Grant authorize(Door door, String name) {
    String verifier = UUID.randomUUID() + "." + UUID.randomUUID();
    Answer redirect =
        door.ask(
            Request.of(
                "GET",
                "/oauth2/authorize?idp=tmi&scope=openid%20profile%20email&response_type=code"
                    + "&code_challenge_method=S256&client_callback=http%3A%2F%2Flocalhost%3A4200"
                    + "%2Foauth2%2Fcallback&login_hint="
                    + name
                    + "&state=abc&code_challenge="
                    + challenge(verifier)));
    redirect.must(302);
    var code = CODE.matcher(redirect.header("Location"));
    if (!code.find()) {
      throw new IllegalStateException("no code in " + redirect.header("Location"));
    }
    return new Grant(URLDecoder.decode(code.group(1), StandardCharsets.UTF_8), verifier);
  }

  /// A code that was given out and the verifier that belongs to it.
  public record Grant(String code, String verifier) {
    public Request exchange() {
      Map<String, String> body =
          Map.of(
              "grant_type", "authorization_code",
              "code", code,
              "code_verifier", verifier,
              "redirect_uri", CALLBACK);
      return Request.of("POST", "/oauth2/token?idp=tmi")
          .with("Accept", "application/json")
          .json(JSON.valueToTree(body).toString());
    }
  }

  public Request asks(String method, String target) {
    return Request.of(method, target)
        .with("Authorization", "Bearer " + token)
        .with("Accept", "application/json");
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
}
