package tmi.collab.relay;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisConnection;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/// One subscribed connection to Redis, for all channels of this replica, with its pulse. What it
/// does not hear is lost; whoever uses it has another way to know.
final class RelayConnection {
  private static final Logger LOG = Logger.getLogger(RelayConnection.class);
  private static final Duration PATIENCE = Duration.ofMillis(2_500);
  private final RedisConnection connection;
  private final String pulse;
  private volatile long heard = System.nanoTime();
  private volatile boolean broken;

  private RelayConnection(RedisConnection connection, String pulse) {
    this.connection = connection;
    this.pulse = pulse;
  }

  /// Connects, and listens to its own pulse and to these channels.
  static Uni<RelayConnection> open(
      Redis redis, String pulse, Collection<String> channels, BiConsumer<String, String> listener) {
    return connected(redis)
        .map(connection -> {
          RelayConnection relay = new RelayConnection(connection, pulse);
          connection.handler(message -> relay.hear(message, listener));
          connection.exceptionHandler(e -> relay.broken = true);
          connection.endHandler(() -> relay.broken = true);
          relay.send(Command.SUBSCRIBE, pulse);
          channels.forEach(relay::subscribe);
          return relay;
        });
  }

  /// A connection within the patience, else a failure: one that is never answered would be waited
  /// for until the replica ends. One that comes too late is closed.
  private static Uni<RedisConnection> connected(Redis redis) {
    AtomicBoolean late = new AtomicBoolean();
    AtomicReference<RedisConnection> came = new AtomicReference<>();
    Runnable closeIfLate =
        () ->
            Optional.ofNullable(came.get())
                .filter(c -> late.get())
                .ifPresent(RedisConnection::closeAndForget);
    return Uni.createFrom()
        .<RedisConnection>emitter(emitter ->
            redis
                .connect()
                .invoke(came::set)
                .invoke(closeIfLate)
                .subscribe()
                .with(emitter::complete, emitter::fail))
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure(TimeoutException.class)
        .invoke(() -> late.set(true))
        .onFailure(TimeoutException.class)
        .invoke(closeIfLate);
  }

  void subscribe(String channel) {
    send(Command.SUBSCRIBE, channel);
  }

  void unsubscribe(String channel) {
    send(Command.UNSUBSCRIBE, channel);
  }

  /// Ended, or silent for longer than two heartbeats.
  boolean isDead() {
    return broken || System.nanoTime() - heard > PATIENCE.toNanos();
  }

  void close() {
    connection.closeAndForget();
  }

  private void hear(Response message, BiConsumer<String, String> listener) {
    if (message == null || message.size() != 3 || !"message".equals(message.get(0).toString())) {
      return; // answers to subscribe and unsubscribe
    }
    String channel = message.get(1).toString();
    heard = System.nanoTime();
    if (!channel.equals(pulse)) {
      listener.accept(channel, message.get(2).toString());
    }
  }

  private void send(Command command, String channel) {
    connection
        .send(Request.cmd(command).arg(channel))
        .subscribe()
        .with(
            done -> LOG.tracef("%s channel=%s", command, channel),
            e -> {
              broken = true;
              LOG.debugf("relay failed channel=%s reason=%s", channel, e.getMessage());
            });
  }
}
