package tmi.collab.connection;

import java.util.concurrent.CompletionStage;
import tmi.collab.room.Frame;

/// The way to one client.
interface Wire {
  /// Completes when the bytes have left.
  ///
  /// @param moving told whenever a part of a long frame has left
  CompletionStage<Void> send(Frame frame, Runnable moving);

  /// Asks the client to go. Waits behind what has not left yet.
  void close(int code, String reason);

  /// Ends the connection now, whatever has not left.
  void cut();
}
