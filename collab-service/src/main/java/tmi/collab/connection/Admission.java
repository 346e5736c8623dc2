package tmi.collab.connection;

import io.quarkus.websockets.next.UserData.TypedKey;
import java.util.OptionalLong;
import tmi.collab.access.Seat;

/// A handshake that was let through.
///
/// @param lastNumber the number of the last operation that the client has, if it says so
record Admission(Seat seat, OptionalLong lastNumber) {
  static final TypedKey<Admission> KEY = new TypedKey<>("tmi.admission");
  static final TypedKey<HardClose> HARD_CLOSE = new TypedKey<>("tmi.hard-close");
}
