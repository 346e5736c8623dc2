package tmi.image.train;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A live socket that says one thing and waits until it is acknowledged.
final class Socket implements WebSocket.Listener {

  private static final int SECONDS = 30;

  private final StringBuilder frame = new StringBuilder();
  private final CompletableFuture<String> acknowledged = new CompletableFuture<>();

  private Socket() {}

  static void say(HttpClient http, int port, String path, String message)
      throws IOException, InterruptedException {
    var listener = new Socket();
    try {
      var socket =
          http.newWebSocketBuilder()
              .buildAsync(URI.create("ws://127.0.0.1:" + port + path), listener)
              .get(SECONDS, TimeUnit.SECONDS);
      socket.sendText(message, true);
      listener.acknowledged.get(SECONDS, TimeUnit.SECONDS);
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the socket at " + path + " gave no acknowledgement", e);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    frame.append(data);
    if (last) {
      var text = frame.toString();
      frame.setLength(0);
      if (text.contains("\"operation_acknowledged\"")) {
        acknowledged.complete(text);
      } else if (text.contains("\"operation_rejected\"") || text.contains("\"error\"")) {
        acknowledged.completeExceptionally(new IOException(text));
      }
    }
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    acknowledged.completeExceptionally(new IOException("closed with " + code));
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    acknowledged.completeExceptionally(error);
  }
}
