package tmi.image.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// The calls of one service, in their order.
final class Round {

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
  private static final int BROKEN = 500;

  private final List<Call> calls;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  private Round(List<Call> calls) {
    this.calls = calls;
  }

  static Round in(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return new Round(
          lines.filter(line -> !line.isBlank() && !line.startsWith("#")).map(Call::of).toList());
    }
  }

  /// Refusals are part of it; an answer that says that the service is broken is not.
  void run(int port, String bearer, boolean mayBeAlone) throws IOException, InterruptedException {
    var ids = new HashMap<String, String>();
    for (var call : calls) {
      var answer = ask(call, port, bearer, ids);
      if (answer.statusCode() >= BROKEN && !mayBeAlone) {
        throw new IllegalStateException(
            "%s %s: %d %s"
                .formatted(call.method(), call.path(), answer.statusCode(), answer.body()));
      }
      if (call.keep().isPresent()) {
        ids.put(call.keep().get(), idIn(answer));
      }
    }
  }

  private HttpResponse<String> ask(Call call, int port, String bearer, Map<String, String> ids)
      throws IOException, InterruptedException {
    var body = call.body().map(text -> filled(text, ids));
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + filled(call.path(), ids)))
            .header("Authorization", bearer)
            .method(
                call.method(),
                body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
    if (body.isPresent()) {
      request.header("Content-Type", call.contentType());
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private String idIn(HttpResponse<String> answer) throws IOException {
    var id = json.readTree(answer.body()).path("id").asText();
    if (id.isEmpty()) {
      throw new IllegalStateException(
          "%s has no id: %d %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
    }
    return id;
  }

  private static String filled(String text, Map<String, String> ids) {
    return NAME.matcher(text)
        .replaceAll(match -> ids.getOrDefault(match.group(1), UUID.randomUUID().toString()));
  }
}
