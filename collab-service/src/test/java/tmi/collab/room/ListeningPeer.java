package tmi.collab.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tmi.collab.protocol.User;

/// A socket that remembers what it was sent.
final class ListeningPeer implements Peer {
  final List<JsonNode> got = new ArrayList<>();
  final List<Frame> frames = new ArrayList<>();
  final UUID id = UUID.randomUUID();
  final UUID userId;
  private List<Frame> kept;
  boolean mayWrite = true;
  String closed = "";

  ListeningPeer(UUID userId) {
    this.userId = userId;
  }

  /// One that only keeps the frames, with those of others.
  static ListeningPeer thatKeeps(List<Frame> frames) {
    ListeningPeer peer = new ListeningPeer(UUID.randomUUID());
    peer.kept = frames;
    return peer;
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public UUID userId() {
    return userId;
  }

  @Override
  public UUID sessionId() {
    return RoomFixture.SESSION;
  }

  @Override
  public User user() {
    return MemoryLedger.userOf(userId);
  }

  @Override
  public boolean mayWrite() {
    return mayWrite;
  }

  @Override
  public void send(Frame frame) {
    if (kept != null) {
      kept.add(frame);
      return;
    }
    try {
      frames.add(frame);
      got.add(new ObjectMapper().readTree(frame.text()));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void resume() {}

  @Override
  public void finish(int code, String reason) {
    closed = code + " " + reason;
  }

  /// The messages as short words: type and number, such as `ack 3`, `event 4`, `state 2`.
  List<String> words() {
    return got.stream().map(ListeningPeer::word).toList();
  }

  JsonNode last() {
    return got.getLast();
  }

  private static String word(JsonNode message) {
    String number = " " + message.path("sequence_number").asText();
    return switch (message.path("message_type").asText()) {
      case "diagram_state" -> "state" + number;
      case "operation_acknowledged" -> "ack" + number;
      case "diagram_operation_event" -> "event" + number;
      case "sync_status_response" -> "status" + number;
      case "operation_rejected" -> "rejected after " + message.path("update_vector").asText();
      case "authorization_denied" -> "denied";
      case "history_operation" -> "history " + message.path("message").asText();
      case "participants_update" -> "people";
      case "error" -> "error " + message.path("code").asText();
      default -> message.toString();
    };
  }
}
