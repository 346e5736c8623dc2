package tmi.collab.connection;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import tmi.collab.room.Frame;
import tmi.collab.room.Mailbox;
import tmi.collab.room.Timers;

/// What one client is yet to be sent: one frame on its way, a bounded number waiting. When they are
/// too many, events are given up, answers are kept, and once the rest has left the client is given
/// a whole state in their place. Nothing leaves while the gate is shut.
final class Outbound {
  static final int TOO_SLOW = 4408;
  private static final Duration LAST_WORD = Duration.ofSeconds(1);
  private static final int ANSWERS_MOST = 4;

  private final Mailbox mailbox = new Mailbox();
  private final Deque<Frame> waiting = new ArrayDeque<>();
  private final Wire wire;
  private final BooleanSupplier gate;
  private final Timers timers;
  private final Bound bound;
  private final Runnable needsState;
  private long characters;
  private boolean sending;
  private boolean behind;
  private boolean asked;
  private Farewell farewell;
  private boolean closed;
  private volatile long sendingSince;
  private volatile long told;

  /// How much may wait.
  record Bound(int frames, int characters) {}

  private record Farewell(int code, String reason) {}

  Outbound(Wire wire, BooleanSupplier gate, Timers timers, Bound bound, Runnable needsState) {
    this.wire = wire;
    this.gate = gate;
    this.timers = timers;
    this.bound = bound;
    this.needsState = needsState;
  }

  void offer(Frame frame) {
    mailbox.post(() -> {
      if (!closed && farewell == null && takes(frame)) {
        waiting.add(frame);
        characters += frame.size();
        pump();
      }
    });
  }

  /// Events are taken again: a state is being read for this client.
  void resume() {
    mailbox.post(() -> {
      behind = false;
      asked = false;
    });
  }

  /// The gate is open again.
  void wake() {
    mailbox.post(this::pump);
  }

  /// Closes after what waits.
  void finish(int code, String reason) {
    mailbox.post(() -> {
      if (farewell == null) {
        farewell = new Farewell(code, reason);
        pump();
      }
    });
  }

  /// Closes at once; what waits is not sent.
  void close(int code, String reason) {
    mailbox.post(() -> closeNow(code, reason));
  }

  /// When the last part of the frame on its way left, or it was handed over, in nanoseconds; 0 when
  /// there is none.
  long sendingSince() {
    return sendingSince;
  }

  /// The number up to which the client was really sent the diagram.
  long told() {
    return told;
  }

  private boolean takes(Frame frame) {
    boolean full =
        waiting.size() >= bound.frames()
            || (!waiting.isEmpty() && characters + frame.size() > bound.characters());
    return switch (frame.kind()) {
      case FLEETING -> waiting.isEmpty() && !behind;
      case EVENT -> {
        if (full && !behind) {
          giveUpEvents();
        }
        yield !behind;
      }
      case ANSWER -> {
        if (waiting.size() >= bound.frames() * ANSWERS_MOST
            || characters >= (long) bound.characters() * ANSWERS_MOST) {
          closeNow(TOO_SLOW, "reader too slow");
        }
        yield !closed;
      }
    };
  }

  private void giveUpEvents() {
    behind = true;
    waiting.removeIf(frame -> frame.kind() != Frame.Kind.ANSWER);
    characters = waiting.stream().mapToLong(Frame::size).sum();
  }

  private void pump() {
    if (sending || closed || !gate.getAsBoolean()) {
      return;
    }
    Frame next = waiting.poll();
    if (next != null) {
      send(next);
    } else if (farewell != null) {
      closeNow(farewell.code(), farewell.reason());
    } else if (behind && !asked) {
      asked = true;
      needsState.run();
    }
  }

  private void send(Frame frame) {
    characters -= frame.size();
    sending = true;
    sendingSince = System.nanoTime();
    wire.send(frame, () -> sendingSince = System.nanoTime())
        .whenComplete((done, failure) -> mailbox.post(() -> sent(frame, failure)));
  }

  private void sent(Frame frame, Throwable failure) {
    sending = false;
    sendingSince = 0;
    if (failure != null) {
      closeNow(TOO_SLOW, "not reachable");
      return;
    }
    told = Math.max(told, frame.number());
    pump();
  }

  private void closeNow(int code, String reason) {
    if (!closed) {
      closed = true;
      waiting.clear();
      characters = 0;
      wire.close(code, reason);
      timers.after(LAST_WORD, wire::cut);
    }
  }
}
