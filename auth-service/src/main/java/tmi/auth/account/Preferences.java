package tmi.auth.account;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tmi.kernel.problem.Problem;

/// The rules of preferences: a small object of each client, by the client's name.
final class Preferences {
  private static final int MAX_CLIENTS = 20;
  private static final int MAX_BYTES = 1024;
  private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private Preferences() {}

  /// The document to store; [Problem] 400 names the rule that is broken.
  static JsonObject document(Map<String, Map<String, Object>> byClient) {
    if (byClient == null) {
      throw Problem.invalidInput("A body is needed");
    }
    if (byClient.size() > MAX_CLIENTS) {
      throw Problem.invalidInput("Preferences of at most 20 clients are kept");
    }
    byClient.forEach(Preferences::checkClient);
    JsonObject document = new JsonObject(new LinkedHashMap<>(byClient));
    if (document.encode().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw Problem.invalidInput("Preferences may have at most 1024 bytes in all");
    }
    return document;
  }

  private static void checkClient(String client, Map<String, Object> value) {
    if (!CLIENT.matcher(client).matches()) {
      throw Problem.invalidInput(
          "A client's name must be 1 to 64 letters, digits, underscores or hyphens");
    }
    if (value == null) {
      throw Problem.invalid(client, "must be an object");
    }
  }
}
