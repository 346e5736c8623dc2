package tmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSuite.class)
class WebhookTest {
  private static final Duration SOON = Duration.ofSeconds(45);
  private final Suite suite;
  private final Visitor ada;
  private final Visitor ana;
  private final Receiver receiver = new Receiver();

  WebhookTest(Suite suite) {
    this.suite = suite;
    ada = new Visitor(suite.gateway()).signIn("ada");
    ana = new Visitor(suite.gateway()).signIn("ana");
  }

  @AfterEach
  void stopReceiver() {
    receiver.stop();
  }

  @Test
  void aSubscriberHearsSignedAndInOrderWhatHappened() {
    String secret = subscribe("threat_model.created", "threat_model.updated", "diagram.created");

    String model = createModel("Heard");
    rename(model);
    ana.post(
        "/threat_models/" + model + "/diagrams",
        JsonNodeFactory.instance.objectNode().put("name", "Flows").put("type", "DFD-1.0.0"));

    await().atMost(SOON).until(() -> events(model).size() >= 3);
    assertThat(events(model))
        .containsExactly("threat_model.created", "threat_model.updated", "diagram.created");
    assertThat(receiver.deliveries()).allMatch(delivery -> Receiver.isSigned(delivery, secret));
  }

  @Test
  void aReceiverThatIsDownAKilledServiceAndAnEmptiedRedisLoseNothing() {
    subscribe("threat_model.created", "diagram.updated");
    receiver.stop();

    String model = createModel("Later");
    suite.replicas("webhook-service").forEach(suite::kill);
    suite.redis().flush();
    String second = createModel("Later still");
    receiver.startAgain();

    await()
        .atMost(Duration.ofSeconds(120))
        .until(() -> events(model).size() >= 1 && events(second).size() >= 1);
  }

  @Test
  void drawingTogetherIsHeardAsOneUpdateOfTheDiagram() {
    subscribe("diagram.updated");
    Room room = Room.open(ana, "Drawn", "ben");
    LiveSocket socket = LiveSocket.join(ana, room.session(), null);
    socket.awaitType("diagram_state");

    for (int i = 0; i < 5; i++) {
      socket.awaitAcknowledged(
          socket.send(i, Drawing.add(Drawing.process(Drawing.newId(), "" + i, 200 * i, 0))));
    }

    await().atMost(SOON).until(() -> !events(room.model()).isEmpty());
    assertThat(events(room.model())).containsExactly("diagram.updated");
    socket.leave();
  }

  private String subscribe(String... events) {
    ObjectNode wanted =
        JsonNodeFactory.instance.objectNode().put("name", "Receiver").put("url", receiver.url());
    List.of(events).forEach(wanted.withArray("events")::add);
    JsonNode made = ada.post("/admin/webhooks/subscriptions", wanted);
    String path = "/admin/webhooks/subscriptions/" + made.get("id").asText();
    await().atMost(SOON).until(() -> ada.get(path).get("status").asText().equals("active"));
    return made.get("secret").asText();
  }

  private String createModel(String name) {
    var wanted = JsonNodeFactory.instance.objectNode().put("name", name).put("description", "");
    return ana.post("/threat_models", wanted).get("id").asText();
  }

  private void rename(String model) {
    String patch = "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"Renamed\"}]";
    Visitor.ok(ana.call("PATCH", "/threat_models/" + model, patch), 200);
  }

  /// Event names heard of a model, first deliveries in order of arrival.
  private List<String> events(String model) {
    return receiver.deliveries().stream()
        .map(Receiver.Delivery::body)
        .filter(body -> body.path("threat_model_id").asText().equals(model))
        .map(body -> body.get("event_type").asText())
        .toList();
  }
}
