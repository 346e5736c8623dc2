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
  ///
  /// @param known what `{name}` means at first; any other is a new UUID
  void run(int port, String bearer, Map<String, String> known, boolean mayBeAlone)
      throws IOException, InterruptedException {
    var names = new HashMap<>(known);
    for (var call : calls) {
      if (call.isSocket()) {
        Socket.say(
            http, port, filled(call.path(), names), filled(call.body().orElseThrow(), names));
        continue;
      }
      var answer = ask(call, port, bearer, names);
      if (answer.statusCode() >= BROKEN && !mayBeAlone) {
        throw new IllegalStateException(
            "%s %s: %d %s"
                .formatted(call.method(), call.path(), answer.statusCode(), answer.body()));
      }
      if (call.keep().isPresent()) {
        names.put(call.keep().get().name(), kept(answer, call.keep().get().where()));
      }
    }
  }

  private HttpResponse<String> ask(Call call, int port, String bearer, Map<String, String> names)
      throws IOException, InterruptedException {
    var body = call.body().map(text -> filled(text, names));
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + filled(call.path(), names)))
            .header("Authorization", bearer)
            .method(
                call.method(),
                body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
    if (body.isPresent()) {
      request.header("Content-Type", call.contentType());
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private String kept(HttpResponse<String> answer, String where) throws IOException {
    var text =
        where.startsWith("?")
            ? parameter(answer.headers().firstValue("Location").orElse(""), where.substring(1))
            : json.readTree(answer.body()).path(where).asText();
    if (text.isEmpty()) {
      throw new IllegalStateException(
          "%s has no %s: %d %s".formatted(answer.uri(), where, answer.statusCode(), answer.body()));
    }
    return text;
  }

  private static String parameter(String address, String name) {
    var match = Pattern.compile("[?&]" + Pattern.quote(name) + "=([^&#]+)").matcher(address);
    return match.find() ? match.group(1) : "";
  }

  private static String filled(String text, Map<String, String> names) {
    return NAME.matcher(text)
        .replaceAll(match -> names.getOrDefault(match.group(1), UUID.randomUUID().toString()));
  }
}
