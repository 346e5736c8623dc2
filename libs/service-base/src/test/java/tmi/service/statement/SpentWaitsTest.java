package tmi.service.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the driver itself throws is what is kept out: when it throws no more, the filter goes.
class SpentWaitsTest {
  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<Throwable> uncaught = new LinkedBlockingQueue<>();
  private final SpentWaits filter = new SpentWaits();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void theClockOfAWaitThatFailedBeforeIsNoNews() throws Exception {
    int nobody;
    try (ServerSocket door = door()) {
      nobody = door.getLocalPort();
    }

    assertThatThrownBy(() -> ask(nobody)).hasMessageContaining("refused");

    assertKeptOut();
  }

  @Test
  void aConnectionThatFailsAfterTheClockStruckIsNoNews() throws Exception {
    try (ServerSocket door = door()) {
      Future<?> asked = asking(door.getLocalPort());
      try (var silent = door.accept()) {
        assertThatThrownBy(() -> await(asked)).hasMessageContaining("Timeout");
      }
    }

    assertKeptOut();
  }

  @Test
  void everythingElseIsLogged() {
    Promise<Void> ours = Promise.promise();
    ours.complete();

    assertThatThrownBy(ours::complete).satisfies(e -> assertThat(isLogged(e)).isTrue());
    assertThat(isLogged(new IllegalStateException("Result is already complete"))).isTrue();
    assertThat(isLogged(null)).isTrue();
  }

  private void assertKeptOut() throws InterruptedException {
    Throwable thrown = uncaught.poll(30, TimeUnit.SECONDS);
    assertThat(thrown).hasMessage("Result is already complete");
    assertThat(isLogged(thrown)).isFalse();
  }

  private boolean isLogged(Throwable thrown) {
    LogRecord line = new LogRecord(Level.SEVERE, "Uncaught exception received by Vert.x");
    line.setThrown(thrown);
    return filter.isLoggable(line);
  }

  private void ask(int port) {
    await(asking(port));
  }

  private Future<?> asking(int port) {
    vertx.exceptionHandler(uncaught::add);
    PgConnectOptions there =
        new PgConnectOptions().setHost("127.0.0.1").setPort(port).setUser("u").setDatabase("d");
    PoolOptions options =
        new PoolOptions().setConnectionTimeout(300).setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
    Pool pool = PgBuilder.pool().with(options).connectingTo(there).using(vertx).build();
    return pool.query("select 1").execute();
  }

  private static void await(Future<?> future) {
    future.toCompletionStage().toCompletableFuture().join();
  }

  private static ServerSocket door() throws java.io.IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}
