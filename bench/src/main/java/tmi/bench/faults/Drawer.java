package tmi.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import tmi.bench.wire.Frame;
import tmi.bench.wire.Guest;
import tmi.bench.wire.LiveWire;

/// Draws in a live room as a browser does: what is not acknowledged when the line is lost is sent
/// again, with the same id, on the next one; what was missed is asked for by number.
final class Drawer extends Load {
  private static final long SILENCE = TimeUnit.SECONDS.toNanos(12);
  private static final int WAITING = 20;
  private final Client client;
  private final Guest who;
  private final String path;
  private final String cell = UUID.randomUUID().toString();
  private final Map<String, String> waiting = new LinkedHashMap<>();
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final Numbers numbers = new Numbers();
  private LiveWire wire;
  private long heard;

  /// Whether the cell is there; before, it is added and not changed.
  private boolean drawn;

  Drawer(Client client, Guest who, String path) {
    super(Duration.ofMillis(80));
    this.client = client;
    this.who = who;
    this.path = path;
  }

  @Override
  void step() {
    boolean silent = !waiting.isEmpty() && System.nanoTime() - heard > SILENCE;
    if (wire == null || wire.end() != null || silent) {
      connect();
    }
    if (wire == null) {
      return;
    }
    if (waiting.size() < (drawn ? WAITING : 1)) {
      draw();
    }
    for (Frame frame = next(); frame != null; frame = next()) {
      heard = System.nanoTime();
      if (frame.opcode() == Frame.TEXT) {
        hear(frame.json());
      }
    }
  }

  /// Ids of what was acknowledged since this was last asked.
  List<String> takeAcknowledged() {
    List<String> taken = List.copyOf(acknowledged);
    acknowledged.removeAll(taken);
    return taken;
  }

  Numbers numbers() {
    return numbers;
  }

  private Frame next() {
    return wire.next(Duration.ofMillis(20));
  }

  private void connect() {
    if (wire != null) {
      client.note(Watch.CUT);
      wire.close();
      wire = null;
    }
    client
        .ask(who.asks("POST", path + "/collaborate").json("{}"))
        .map(session -> session.path("session_id").asText())
        .ifPresent(this::join);
  }

  private void join(String session) {
    client
        .ask(who.asks("GET", "/ws/ticket?session_id=" + session))
        .map(ticket -> "/ws?session_id=" + session + "&ticket=" + ticket.path("ticket").asText())
        .ifPresent(this::open);
  }

  private void open(String query) {
    try {
      wire = LiveWire.open(client.door(), path + query + numbers.since());
      heard = System.nanoTime();
      client.note(200);
      waiting.values().forEach(wire::say);
    } catch (UncheckedIOException cut) {
      client.note(Watch.CUT);
    } catch (IllegalStateException refused) {
      client.note(Client.statusOf(refused));
    }
  }

  private void draw() {
    String id = UUID.randomUUID().toString();
    String frame =
        """
        {"message_type":"diagram_operation_request","operation_id":"%1$s","operation":{"type":"patch",\
        "cells":[{"id":"%2$s","operation":"%4$s","data":{"id":"%2$s","shape":"process",\
        "position":{"x":%3$d,"y":10},"size":{"width":140,"height":60}}}]}}\
        """
            .formatted(id, cell, System.nanoTime() % 100_000, drawn ? "update" : "add");
    waiting.put(id, frame);
    wire.say(frame);
  }

  private void hear(JsonNode message) {
    String type = message.path("message_type").asText();
    String id = message.path("operation_id").asText();
    switch (type) {
      case "diagram_state" -> numbers.state(message.path("update_vector").asLong());
      case "operation_acknowledged" -> {
        boolean first = waiting.remove(id) != null;
        numbers.acknowledged(message.path("sequence_number").asLong());
        if (first) {
          drawn = true;
          acknowledged.add(id);
        }
      }
      case "diagram_operation_event" -> {
        numbers.event(message.path("sequence_number").asLong());
        if (waiting.remove(id) != null) {
          drawn = true;
          acknowledged.add(id);
        }
      }
      case "operation_rejected", "authorization_denied" -> {
        waiting.remove(id.isEmpty() ? message.path("original_operation_id").asText() : id);
        client.note(409);
      }
      default -> {}
    }
  }
}
