package tmi.bench.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.UUID;
import tmi.bench.wire.Door;
import tmi.bench.wire.Frame;
import tmi.bench.wire.Guest;
import tmi.bench.wire.LiveWire;

/// A session on a diagram of its own, with the owner as witness that it goes on.
final class LiveRoom implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private final Door door;
  private final Place place;
  private final String path;
  private LiveWire witness;

  LiveRoom(Door door, Place place) {
    this.door = door;
    this.place = place;
    this.path =
        "/threat_models/%s/diagrams/%s"
            .formatted(place.of("threat_model_id").getFirst(), place.of("live").getFirst());
    witness = join(place.owner());
  }

  LiveWire join(Guest who) {
    String session =
        door.ask(place.owner().asks("POST", path + "/collaborate").json("{}"))
            .json()
            .get("session_id")
            .asText();
    String ticket =
        door.ask(who.asks("GET", "/ws/ticket?session_id=" + session))
            .must(200)
            .get("ticket")
            .asText();
    return LiveWire.open(door, path + "/ws?session_id=" + session + "&ticket=" + ticket);
  }

  /// Whether an operation of the witness is still taken.
  boolean isAlive() {
    if (witness.end() != null) {
      witness = join(place.owner());
    }
    String id = UUID.randomUUID().toString();
    witness.say(
        "{\"message_type\":\"diagram_operation_request\",\"operation_id\":\"%s\",\"operation\":{\"type\":\"patch\",\"cells\":[{\"id\":\"%s\",\"operation\":\"add\",\"data\":{\"id\":\"%s\",\"shape\":\"process\",\"position\":{\"x\":1,\"y\":1},\"size\":{\"width\":140,\"height\":60}}}]}}"
            .formatted(id, id, id));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Frame frame = witness.next(Duration.ofSeconds(1));
      if (frame != null && isAnswerTo(id, frame)) {
        return true;
      }
    }
    return false;
  }

  /// Ends the session and saves by REST what was drawn; empty when that works.
  String savedByRest() {
    door.ask(place.owner().asks("DELETE", path + "/collaborate")).must(204);
    ObjectNode content = (ObjectNode) door.ask(place.owner().asks("GET", path)).must(200);
    content.retain("name", "type", "cells");
    var saved = door.ask(place.owner().asks("PUT", path).json(content.toString()));
    return saved.status() == 200 ? "" : saved.text();
  }

  private static boolean isAnswerTo(String id, Frame frame) {
    if (frame.opcode() != Frame.TEXT) {
      return false;
    }
    JsonNode message = frame.json();
    return message.path("message_type").asText().equals("operation_acknowledged")
        && message.path("operation_id").asText().equals(id);
  }

  @Override
  public void close() {
    witness.close();
  }
}
