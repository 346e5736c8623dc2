package tmi.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;

/// Sends a body that is there, as fast as the service takes it: written at once, a large one would
/// be copied whole into memory outside the heap.
final class BodySending {
  private static final int PART = 64 * 1024;

  private BodySending() {}

  static void send(HttpClientRequest request, Buffer body) {
    request.headers().set("Content-Length", String.valueOf(body.length()));
    send(request, body, 0);
  }

  private static void send(HttpClientRequest request, Buffer body, int from) {
    int at = from;
    while (body.length() - at > PART) {
      request.write(body.slice(at, at + PART));
      at += PART;
      if (request.writeQueueFull()) {
        int next = at;
        request.drainHandler(drained -> {
          request.drainHandler(null);
          send(request, body, next);
        });
        return;
      }
    }
    request.end(body.slice(at, body.length()));
  }
}
