package tmi.gateway.proxy;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.net.NetSocket;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/// Lets the gateway go without cutting anybody off: requests in flight are carried to their end,
/// WebSockets are closed, for their clients reconnect.
///
/// Quarkus' own shutdown timeout cannot serve here: it counts a connection that became a WebSocket
/// as a request for ever.
@Singleton
class Drain {
  private static final Logger LOG = Logger.getLogger(Drain.class);

  private final Duration patience;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Set<NetSocket> sockets = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<Void> idle = new CompletableFuture<>();
  private volatile boolean closing;

  @Inject
  Drain(ProxyConfig config) {
    this(config.drainTimeout());
  }

  Drain(Duration patience) {
    this.patience = patience;
  }

  /// Notes a request; call the answer, once or more, when it has come to its end.
  Runnable begun() {
    inFlight.incrementAndGet();
    AtomicBoolean ended = new AtomicBoolean();
    return () -> {
      if (ended.compareAndSet(false, true) && inFlight.decrementAndGet() == 0 && closing) {
        idle.complete(null);
      }
    };
  }

  /// The gateway is about to go: connections should not be kept.
  boolean isClosing() {
    return closing;
  }

  /// Where living tunnels are noted.
  Set<NetSocket> sockets() {
    return sockets;
  }

  void stop(@Observes ShutdownEvent event) {
    close();
  }

  /// True when everything came to its end in time.
  boolean close() {
    closing = true;
    sockets.forEach(NetSocket::close);
    if (inFlight.get() == 0) {
      return true;
    }
    LOG.infof("draining began: requests=%d", inFlight.get());
    try {
      idle.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      LOG.warnf("draining was given up: requests=%d", inFlight.get());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
