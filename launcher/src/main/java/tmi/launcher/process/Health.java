package tmi.launcher.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// What a service says about itself.
///
/// @param failing names of the checks that fail; empty when nobody answered
public record Health(boolean isReady, List<String> failing) {

  private static final int TIMEOUT_MILLIS = 2000;
  private static final Health SILENT = new Health(false, List.of());

  public static Health of(int port) {
    try {
      var connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port))
                  .toURL()
                  .openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      var status = connection.getResponseCode();
      var body = status < 400 ? connection.getInputStream() : connection.getErrorStream();
      if (body == null) {
        return SILENT;
      }
      try (body) {
        return new Health(status == 200, failing(new ObjectMapper().readTree(body)));
      }
    } catch (IOException e) {
      return SILENT;
    }
  }

  private static List<String> failing(JsonNode health) {
    var names = new ArrayList<String>();
    for (var check : health.path("checks")) {
      if (!check.path("status").asText().equals("UP")) {
        names.add(check.path("name").asText());
      }
    }
    return List.copyOf(names);
  }

  /// For people.
  public String words() {
    if (isReady) {
      return "ready";
    }
    return failing.isEmpty() ? "no answer" : "not ready: " + String.join(", ", failing);
  }
}
