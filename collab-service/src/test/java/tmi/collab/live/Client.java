package tmi.collab.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import tmi.testkit.Person;

/// A person's way to one replica.
final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;
  private final Person person;

  Client(int port, Person person) {
    this.port = port;
    this.person = person;
  }

  Person person() {
    return person;
  }

  record Answer(int status, JsonNode body, HttpResponse<String> raw) {}

  Answer get(String path) {
    return send("GET", path);
  }

  Answer send(String method, String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .header("Authorization", person.bearer())
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build();
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.body().isEmpty() ? JSON.missingNode() : JSON.readTree(response.body()),
          response);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Starts or finds the session.
  UUID session(Model model) {
    Answer answer = send("POST", model.path() + "/collaborate");
    if (answer.status() > 201) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return UUID.fromString(answer.body().path("session_id").asText());
  }

  String ticket(UUID session) {
    return get("/ws/ticket?session_id=" + session).body().path("ticket").asText();
  }

  /// Joins with a new ticket.
  Socket join(Model model) {
    return connect(model, "");
  }

  Socket rejoin(Model model, long lastSequence) {
    return connect(model, "&last_sequence=" + lastSequence);
  }

  private Socket connect(Model model, String more) {
    UUID session = session(model);
    return Socket.open(
        http, address(model, "?session_id=" + session + "&ticket=" + ticket(session) + more));
  }

  /// Tries a handshake and gives the status of its refusal.
  int refusal(Model model, String query, String... headers) {
    return Socket.refusal(http, address(model, query), headers);
  }

  private URI address(Model model, String query) {
    return URI.create("ws://127.0.0.1:" + port + model.path() + "/ws" + query);
  }
}
