package tmi.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tmi.bench.wire.LiveWire;

/// Frames of every form, with the close codes that may follow: none but for what is too large or
/// breaks the protocol of WebSockets itself.
final class FrameForms {
  private static final int FINAL_TEXT = 0x81;
  private static final byte[] UNDO = bytes("{\"message_type\":\"undo_request\"}");
  private static final Set<Integer> NONE = Set.of();
  private static final Set<Integer> TOO_LARGE = Set.of(1009);

  /// Who does not speak the protocol may be sent away (1006: without a word) or be read leniently.
  private static final Set<Integer> BROKEN = Set.of(1002, 1003, 1006, 1007, SocketFuzz.STAYED);

  /// @param ends close codes, one of which must follow; empty when the socket must stay open
  record Form(String name, Set<Integer> ends, Consumer<LiveWire> send) {}

  static final List<Form> ALL =
      List.of(
          new Form("binary", NONE, wire -> wire.send(0x82, UNDO)),
          new Form("empty text", NONE, wire -> wire.send(FINAL_TEXT, new byte[0])),
          new Form("empty binary", NONE, wire -> wire.send(0x82, new byte[0])),
          new Form("in four fragments", NONE, FrameForms::fragments),
          new Form("fragments with a ping between", NONE, FrameForms::pingBetween),
          new Form("ping with 125 bytes", NONE, wire -> wire.send(0x89, new byte[125])),
          new Form("pong nobody asked for", NONE, wire -> wire.send(0x8a, new byte[5])),
          new Form("a number", NONE, wire -> wire.say("1")),
          new Form("900 KB of blanks", NONE, wire -> wire.say(" ".repeat(900_000))),
          new Form("deep nesting", NONE, wire -> wire.say("[".repeat(60_000))),
          new Form("undo flood", NONE, FrameForms::flood),
          new Form("one byte over 1 MiB", TOO_LARGE, wire -> wire.say(" ".repeat((1 << 20) + 1))),
          new Form("3 MiB", TOO_LARGE, wire -> wire.say(" ".repeat(3 << 20))),
          new Form("2 MiB in fragments", TOO_LARGE, FrameForms::largeFragments),
          new Form(
              "binary over 1 MiB", TOO_LARGE, wire -> wire.send(0x82, new byte[(1 << 20) + 1])),
          new Form("reserved bit", BROKEN, wire -> wire.send(0xC1, UNDO)),
          new Form("reserved opcode", BROKEN, wire -> wire.send(0x83, UNDO)),
          new Form("continuation of nothing", BROKEN, wire -> wire.send(0x80, UNDO)),
          new Form(
              "no UTF-8", BROKEN, wire -> wire.send(FINAL_TEXT, new byte[] {(byte) 0xC3, 0x28})),
          new Form("not masked", BROKEN, wire -> wire.sendRaw(new byte[] {(byte) 0x81, 1, '1'})),
          new Form("ping of 200 bytes", BROKEN, wire -> wire.send(0x89, new byte[200])),
          new Form("fragmented ping", BROKEN, wire -> wire.send(0x09, new byte[3])));

  private FrameForms() {}

  private static void fragments(LiveWire wire) {
    wire.send(0x01, bytes("{\"message_"));
    wire.send(0x00, bytes("type\":\"undo"));
    wire.send(0x00, new byte[0]);
    wire.send(0x80, bytes("_request\"}"));
  }

  private static void pingBetween(LiveWire wire) {
    wire.send(0x01, bytes("{\"message_type\":"));
    wire.send(0x89, bytes("ping"));
    wire.send(0x80, bytes("\"undo_request\"}"));
  }

  private static void flood(LiveWire wire) {
    for (int i = 0; i < 300; i++) {
      wire.say("{\"message_type\":\"" + (i % 3 == 0 ? "redo" : "undo") + "_request\"}");
    }
  }

  private static void largeFragments(LiveWire wire) {
    wire.send(0x01, new byte[1 << 19]);
    wire.send(0x00, new byte[1 << 19]);
    wire.send(0x00, new byte[1 << 19]);
    wire.send(0x80, new byte[1 << 19]);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
