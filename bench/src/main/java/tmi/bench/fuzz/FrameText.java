package tmi.bench.fuzz;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Text frames: messages of every type with ordinary and hostile members.
final class FrameText {
  private static final List<String> OTHERS =
      List.of(
          "undo_request",
          "redo_request",
          "sync_status_request",
          "sync_request",
          "presenter_cursor",
          "presenter_selection",
          "presenter_request",
          "change_presenter_request",
          "presenter_denied_request",
          "remove_participant_request",
          "operation_acknowledged",
          "diagram_state",
          "x",
          "");

  private static final List<String> SHAPES =
      List.of("process", "actor", "store", "security-boundary", "text-box", "flow", "edge", "x");

  private final Dice dice;
  private final double hostility;
  private final List<String> cells;

  /// @param cells ids that are drawn again and again, so that changes meet
  FrameText(Dice dice, double hostility, List<String> cells) {
    this.dice = dice;
    this.hostility = hostility;
    this.cells = cells;
  }

  String any() {
    if (dice.chance(hostility / 2)) {
      return dice.of(Hostile.BODIES);
    }
    return dice.chance(0.7) ? operation(UUID.randomUUID().toString()) : other(dice.of(OTHERS));
  }

  /// An operation of one to four cells; the same cell may come twice.
  String operation(String id) {
    String changes =
        IntStream.rangeClosed(0, dice.below(4))
            .mapToObj(i -> change())
            .collect(Collectors.joining(","));
    String type = dice.chance(hostility / 3) ? value("\"resize\"") : "\"patch\"";
    return "{\"message_type\":\"diagram_operation_request\",\"operation_id\":%s,\"base_vector\":%s,\"operation\":{\"type\":%s,\"cells\":[%s]}}"
        .formatted(value("\"" + id + "\""), value("0"), type, changes);
  }

  private String other(String type) {
    return "{\"message_type\":\"%s\",\"update_vector\":%s,\"cursor_position\":%s,\"selected_cells\":%s,\"user\":%s}"
        .formatted(type, value("0"), value("{\"x\":1,\"y\":2}"), value("[]"), value("{}"));
  }

  private String change() {
    String id = dice.of(cells);
    String verb = dice.of(List.of("add", "add", "update", "update", "remove"));
    String data =
        verb.equals("remove") ? "" : ",\"data\":" + (dice.chance(0.7) ? node(id) : edge(id));
    return "{\"id\":%s,\"operation\":%s%s}"
        .formatted(value("\"" + id + "\""), value("\"" + verb + "\""), data);
  }

  private String node(String id) {
    String parent = dice.chance(0.2) ? ",\"parent\":\"" + dice.of(cells) + "\"" : "";
    return "{\"id\":\"%s\",\"shape\":%s,\"position\":{\"x\":%s,\"y\":%s},\"size\":{\"width\":%s,\"height\":60},\"attrs\":%s,\"data\":%s%s}"
        .formatted(
            id,
            value("\"" + dice.of(SHAPES) + "\""),
            value("" + dice.below(500)),
            value("10"),
            value("140"),
            value("{\"body\":{\"fill\":\"#FFFFFF\"},\"text\":{\"text\":" + label() + "}}"),
            value("{\"_metadata\":[]}"),
            parent);
  }

  private String edge(String id) {
    return "{\"id\":\"%s\",\"shape\":\"flow\",\"source\":{\"cell\":\"%s\"},\"target\":{\"cell\":%s},\"labels\":%s}"
        .formatted(
            id,
            dice.of(cells),
            value("\"" + dice.of(cells) + "\""),
            value("[{\"attrs\":{\"text\":{\"text\":" + label() + "}}}]"));
  }

  private String label() {
    return dice.chance(hostility) ? "\"" + dice.of(Hostile.TEXTS) + "\"" : "\"Step\"";
  }

  private String value(String ordinary) {
    return dice.chance(hostility / 4) ? dice.of(Hostile.VALUES) : ordinary;
  }
}
