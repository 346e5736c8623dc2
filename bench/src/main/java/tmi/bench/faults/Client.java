package tmi.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.Optional;
import tmi.bench.wire.Answer;
import tmi.bench.wire.Door;
import tmi.bench.wire.Guest;
import tmi.bench.wire.Request;

/// Asks and notes what came; a lost connection is an answer too.
final class Client {
  private final Door door;
  private final Watch watch;

  Client(Door door, Watch watch) {
    this.door = door;
    this.watch = watch;
  }

  /// The body of a good answer, else empty.
  Optional<JsonNode> ask(Request request) {
    try {
      Answer answer = door.ask(request);
      watch.note(answer.status());
      boolean good = answer.status() < 400;
      return good ? Optional.of(answer.must(answer.status())) : Optional.empty();
    } catch (UncheckedIOException cut) {
      watch.note(Watch.CUT);
      return Optional.empty();
    }
  }

  /// Signs in; empty when a step of it failed.
  Optional<Guest> signIn(String name) {
    try {
      Guest guest = Guest.signIn(door, name);
      watch.note(200);
      return Optional.of(guest);
    } catch (UncheckedIOException cut) {
      watch.note(Watch.CUT);
    } catch (IllegalStateException refused) {
      watch.note(statusOf(refused));
    }
    return Optional.empty();
  }

  Door door() {
    return door;
  }

  void note(int status) {
    watch.note(status);
  }

  /// Of a refusal that [Answer#must] told.
  static int statusOf(IllegalStateException refused) {
    String words = String.valueOf(refused.getMessage());
    return words.matches("(?s)\\d{3}, not .*")
        ? Integer.parseInt(words.substring(0, 3))
        : Watch.CUT;
  }
}
