package tmi.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// People on sockets who speak in turn at a fixed rate. The time counts from when an operation was
/// due, not from when it got away, so a stall is not hidden (no coordinated omission).
final class Crowd implements AutoCloseable {
  private static final int OPERATIONS = 100;
  private static final long EVERY_MICROS = 50_000;
  private static final Pattern OPERATION = Pattern.compile("\"operation_id\":\"([^\"]+)\"");
  private static final String EVENT = "diagram_operation_event";
  private final Vertx vertx = Vertx.vertx();
  private final List<WebSocket> sockets = new ArrayList<>();
  private final List<String> cells = new ArrayList<>();
  private final Map<String, Long> due = new ConcurrentHashMap<>();
  private final boolean protocol;
  private volatile Histogram heard;
  private volatile CountDownLatch left = new CountDownLatch(0);

  Crowd(List<String> addresses, boolean protocol) {
    this.protocol = protocol;
    WebSocketClient client =
        vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(100));
    for (String address : addresses) {
      WebSocket socket =
          client
              .connect(new WebSocketConnectOptions().setAbsoluteURI(address))
              .toCompletionStage()
              .toCompletableFuture()
              .join();
      socket.textMessageHandler(this::hear);
      sockets.add(socket);
      cells.add(UUID.randomUUID().toString());
    }
  }

  /// Latencies in microseconds of one round.
  Histogram round() {
    heard = new ConcurrentHistogram(60_000_000L, 3);
    left = new CountDownLatch(OPERATIONS * (sockets.size() - 1));
    long start = micros();
    for (int i = 0; i < OPERATIONS; i++) {
      long when = start + i * EVERY_MICROS;
      waitUntil(when);
      speak(i, when);
    }
    try {
      if (!left.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException(left.getCount() + " deliveries are missing");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return heard;
  }

  private void speak(int i, long when) {
    int who = i % sockets.size();
    String id = UUID.randomUUID().toString();
    due.put(id, when);
    sockets
        .get(who)
        .writeTextMessage(
            """
            {"message_type":"%s","operation_id":"%s","base_vector":0,"operation":{"type":"patch",\
            "cells":[{"id":"%s","operation":"add","data":{"id":"%s","shape":"process",\
            "position":{"x":%d,"y":%d},"size":{"width":140,"height":60},\
            "attrs":{"body":{"fill":"#FFFFFF"},"text":{"text":"Step"}},"data":{"_metadata":[]}}}]}}\
            """
                .formatted(
                    protocol ? "diagram_operation_request" : EVENT,
                    id,
                    cells.get(who),
                    cells.get(who),
                    i,
                    (int) (when % 1000)));
  }

  private void hear(String text) {
    if (!text.contains(EVENT)) {
      return;
    }
    Matcher operation = OPERATION.matcher(text);
    if (operation.find()) {
      heard.recordValue(Math.max(0, micros() - due.get(operation.group(1))));
      left.countDown();
    }
  }

  private static void waitUntil(long when) {
    long nanos = (when - micros()) * 1000;
    if (nanos > 0) {
      java.util.concurrent.locks.LockSupport.parkNanos(nanos);
    }
  }

  private static long micros() {
    return System.nanoTime() / 1000;
  }

  @Override
  public void close() {
    vertx.close();
  }
}
