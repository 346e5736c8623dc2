package tmi.collab.relay;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import tmi.collab.protocol.Codec;
import tmi.collab.protocol.Unreadable;
import tmi.service.id.IdSource;

/// News of diagrams from replica to replica. A heartbeat to itself watches the subscription; when
/// two are missed it is built again.
@ApplicationScoped
public class RoomRelay {
  private static final Logger LOG = Logger.getLogger(RoomRelay.class);
  private static final long BEAT_MILLIS = 1_000;
  private static final String ROOM = "tmi:room:";
  private static final String PRESENCE = "tmi:presence:";

  private final Map<String, Consumer<News>> listeners = new ConcurrentHashMap<>();
  private final AtomicBoolean connecting = new AtomicBoolean();
  private final Redis redis;
  private final Codec codec;
  private final String pulse;
  private volatile RelayConnection connection;

  RoomRelay(Redis redis, Codec codec, IdSource ids) {
    this.redis = redis;
    this.codec = codec;
    this.pulse = "tmi:collab:pulse:" + ids.v4();
  }

  void start(@Observes StartupEvent event, Vertx vertx) {
    vertx.setPeriodic(0, BEAT_MILLIS, id -> beat());
  }

  /// Hands on what is published about a diagram, until it is forgotten.
  public void listen(UUID diagramId, Consumer<News> listener) {
    for (String channel : channels(diagramId)) {
      listeners.put(channel, listener);
      RelayConnection open = connection;
      if (open != null) {
        open.subscribe(channel);
      }
    }
  }

  public void forget(UUID diagramId) {
    for (String channel : channels(diagramId)) {
      listeners.remove(channel);
      RelayConnection open = connection;
      if (open != null) {
        open.unsubscribe(channel);
      }
    }
  }

  /// Tells every replica, this one included. Never waits and never fails. That somebody left, or
  /// that all is over, is heard here at once, with Redis or without; to hear it twice changes
  /// nothing.
  public void publish(UUID diagramId, News news) {
    String channel = (news instanceof News.Pointing ? PRESENCE : ROOM) + diagramId;
    Consumer<News> here = listeners.get(channel);
    if (here != null && (news instanceof News.Left || news instanceof News.Ended)) {
      here.accept(news);
    }
    send(channel, codec.text(news), "news lost");
  }

  private void beat() {
    RelayConnection open = connection;
    if (open == null || open.isDead()) {
      reconnect(open);
    }
    send(pulse, "", "heartbeat lost");
  }

  private void reconnect(RelayConnection dead) {
    if (!connecting.compareAndSet(false, true)) {
      return;
    }
    connection = null;
    if (dead != null) {
      dead.close();
    }
    Collection<String> channels = listeners.keySet();
    Uni<RelayConnection> opened = RelayConnection.open(redis, pulse, channels, this::hear);
    opened
        .eventually(() -> connecting.set(false))
        .subscribe()
        .with(this::connected, e -> LOG.debugf("no relay yet reason=%s", e.getMessage()));
  }

  /// Channels that came while it was being opened are subscribed to once more: that is harmless.
  private void connected(RelayConnection open) {
    connection = open;
    listeners.keySet().forEach(open::subscribe);
    LOG.info("relay connected");
  }

  private void hear(String channel, String text) {
    Consumer<News> listener = listeners.get(channel);
    if (listener == null) {
      return;
    }
    try {
      listener.accept(codec.read(text, News.class));
    } catch (Unreadable e) {
      LOG.warnf("news not understood channel=%s reason=%s", channel, e.getMessage());
    }
  }

  private void send(String channel, String text, String loss) {
    redis
        .send(Request.cmd(Command.PUBLISH).arg(channel).arg(text))
        .subscribe()
        .with(
            done -> LOG.tracef("published channel=%s", channel),
            e -> LOG.debugf("%s channel=%s reason=%s", loss, channel, e.getMessage()));
  }

  private static String[] channels(UUID diagramId) {
    return new String[] {ROOM + diagramId, PRESENCE + diagramId};
  }
}
