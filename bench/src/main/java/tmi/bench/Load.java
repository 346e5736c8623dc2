package tmi.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// A closed loop: so many connections, each sends its next request when it has its answer.
final class Load implements AutoCloseable {
  private static final int CONNECTIONS = 16;
  private static final Duration LENGTH = Duration.ofSeconds(4);
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));

  /// What is asked.
  record Ask(HttpMethod method, int port, String path, String token, String type, String body) {}

  /// Right answers a second; any wrong answer ends the measurement.
  double rate(Ask ask) {
    LongAdder done = new LongAdder();
    AtomicInteger open = new AtomicInteger(CONNECTIONS);
    CompletableFuture<Void> end = new CompletableFuture<>();
    long start = System.nanoTime();
    long stop = start + LENGTH.toNanos();
    for (int i = 0; i < CONNECTIONS; i++) {
      next(ask, stop, done, open, end);
    }
    end.join();
    return done.sum() / ((System.nanoTime() - start) / 1e9);
  }

  private void next(
      Ask ask, long stop, LongAdder done, AtomicInteger open, CompletableFuture<Void> end) {
    if (System.nanoTime() >= stop) {
      if (open.decrementAndGet() == 0) {
        end.complete(null);
      }
      return;
    }
    RequestOptions options =
        new RequestOptions()
            .setMethod(ask.method())
            .setHost("127.0.0.1")
            .setPort(ask.port())
            .setURI(ask.path())
            .putHeader("Authorization", "Bearer " + ask.token());
    if (ask.type() != null) {
      options.putHeader("Content-Type", ask.type());
    }
    client
        .request(options)
        .compose(request ->
            ask.body() == null ? request.send() : request.send(Buffer.buffer(ask.body())))
        .compose(answer ->
            answer
                .body()
                .map(body -> {
                  if (answer.statusCode() != 200) {
                    throw new IllegalStateException(answer.statusCode() + " " + body);
                  }
                  return body;
                }))
        .onSuccess(body -> {
          done.increment();
          next(ask, stop, done, open, end);
        })
        .onFailure(end::completeExceptionally);
  }

  @Override
  public void close() {
    vertx.close();
  }
}
