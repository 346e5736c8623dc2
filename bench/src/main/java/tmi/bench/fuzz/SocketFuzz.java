package tmi.bench.fuzz;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tmi.bench.wire.Door;
import tmi.bench.wire.Frame;
import tmi.bench.wire.LiveWire;

/// Hostile frames in a live room. The room must go on for the others, and what was drawn must be
/// good enough to be saved by REST.
final class SocketFuzz {
  private static final Duration PAUSE = Duration.ofMillis(12);
  private static final Duration ANSWER = Duration.ofSeconds(20);

  /// In place of a close code: the socket is open.
  static final int STAYED = 0;

  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final int LOOK_EVERY = 40;
  private final Door door;
  private final Findings findings;
  private final Dice dice;
  private final LiveJudge judge = new LiveJudge();
  private final List<String> cells =
      Stream.generate(() -> UUID.randomUUID().toString()).limit(8).toList();
  private Place place;
  private LiveRoom room;
  private LiveWire wire;

  SocketFuzz(Door door, Findings findings, Dice dice) {
    this.door = door;
    this.findings = findings;
    this.dice = dice;
  }

  void run(int frames, String name) {
    place = Place.make(door, name);
    try (LiveRoom opened = new LiveRoom(door, place)) {
      room = opened;
      wire = room.join(place.writer());
      for (FrameForms.Form form : FrameForms.ALL) {
        form(form);
      }
      for (int i = 1; i <= frames; i++) {
        text(new FrameText(dice, dice.of(List.of(0.0, 0.1, 0.3)), cells));
        if (i % LOOK_EVERY == 0) {
          look("after text frames");
        }
      }
      String refusal = room.savedByRest();
      if (!refusal.isEmpty()) {
        findings.add("what was drawn live cannot be saved by REST", "socket", refusal);
      }
    } finally {
      wire.close();
    }
  }

  private void text(FrameText maker) {
    String id = UUID.randomUUID().toString();
    boolean readable = dice.chance(0.3);
    String frame = readable ? new FrameText(dice, 0, cells).operation(id) : maker.any();
    if (readable) {
      judge.asks(id, frame);
    }
    wire.say(frame);
    drain(frame, PAUSE);
    if (wire.end() != null) {
      findings.add("a text frame ended its socket", frame, "close code " + wire.end().closeCode());
      again();
    }
  }

  private void form(FrameForms.Form form) {
    form.send().accept(wire);
    if (form.ends().isEmpty()) {
      drain(form.name(), PAUSE);
    } else {
      awaitEnd(form.name(), form.ends().contains(STAYED) ? SHORT : LONG);
    }
    int code = wire.end() == null ? STAYED : wire.end().closeCode();
    if (form.ends().isEmpty() ? code != STAYED : !form.ends().contains(code)) {
      String wanted = form.ends().isEmpty() ? "to stay" : "close code of " + form.ends();
      findings.add(
          "frame \"" + form.name() + "\": wanted " + wanted, form.name(), "close code " + code);
    }
    again();
    look("after frame \"" + form.name() + "\"");
  }

  private void again() {
    wire.close();
    judge.forget();
    wire = room.join(place.writer());
  }

  /// The room goes on, and every operation of this socket was answered.
  private void look(String when) {
    if (!room.isAlive()) {
      findings.add("the room does not go on " + when, when, "no acknowledgement");
    }
    long end = System.nanoTime() + ANSWER.toNanos();
    while (!judge.unanswered().isEmpty() && wire.end() == null && System.nanoTime() < end) {
      drain(when, Duration.ofMillis(100));
    }
    if (wire.end() == null) {
      judge
          .unanswered()
          .forEach(frame -> findings.add("an operation was never answered", frame, ""));
    }
    judge.forget();
  }

  private void awaitEnd(String cause, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (wire.end() == null && System.nanoTime() < end) {
      drain(cause, Duration.ofMillis(50));
    }
  }

  /// Takes what has come, until nothing comes for that time.
  private void drain(String cause, Duration pause) {
    for (Frame frame = wire.next(pause); frame != null; frame = wire.next(pause)) {
      if (frame.opcode() == Frame.CLOSE) {
        return;
      }
      for (String fault : judge.faults(frame)) {
        findings.add(fault + ": socket", cause, frame.text());
      }
    }
  }
}
