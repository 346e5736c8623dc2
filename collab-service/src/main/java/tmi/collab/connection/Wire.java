package tmi.collab.connection;

import java.util.concurrent.CompletionStage;

/// The way to one client.
interface Wire {
  /// Completes when the bytes have left.
  CompletionStage<Void> send(String text);

  /// Asks the client to go. Waits behind what has not left yet.
  void close(int code, String reason);

  /// Ends the connection now, whatever has not left.
  void cut();
}
