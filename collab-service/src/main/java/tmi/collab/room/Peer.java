package tmi.collab.room;

import java.util.UUID;
import tmi.collab.protocol.User;

/// A socket, as a room sees it. None of the methods waits.
public interface Peer {
  UUID id();

  UUID userId();

  UUID sessionId();

  User user();

  /// By the latest look at the database.
  boolean mayWrite();

  /// Puts a frame at the end of what this socket is yet to be sent.
  void send(Frame frame);

  /// Takes events again, after it had fallen behind and given them up.
  void resume();

  /// Closes the socket once what was sent before has left.
  void finish(int code, String reason);
}
