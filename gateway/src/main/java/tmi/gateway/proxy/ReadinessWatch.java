package tmi.gateway.proxy;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import tmi.gateway.route.Replica;
import tmi.gateway.route.Upstreams;

/// Keeps asking the replicas whether they are ready, so that one that starts, or has lost its
/// store, is given nothing while another is ready. Where a service has one address there is no
/// choice.
@Singleton
class ReadinessWatch {
  private static final Logger LOG = Logger.getLogger(ReadinessWatch.class);

  private final Upstreams upstreams;
  private final Readiness readiness;
  private final Set<Replica> beingAsked = ConcurrentHashMap.newKeySet();

  @Inject
  ReadinessWatch(Upstreams upstreams, Readiness readiness) {
    this.upstreams = upstreams;
    this.readiness = readiness;
  }

  void start(@Observes StartupEvent start, Vertx vertx, ProxyConfig config) {
    vertx.setPeriodic(config.readinessInterval().toMillis(), timer -> askAll());
  }

  private void askAll() {
    upstreams.all().stream()
        .filter(replicas -> replicas.all().size() > 1)
        .flatMap(replicas -> replicas.all().stream())
        .filter(beingAsked::add)
        .forEach(this::ask);
  }

  private void ask(Replica replica) {
    readiness
        .isReady(replica)
        .otherwise(false)
        .onSuccess(ready -> note(replica, ready))
        .onComplete(done -> beingAsked.remove(replica));
  }

  private static void note(Replica replica, boolean ready) {
    if (replica.isReady() != ready) {
      replica.setReady(ready);
      LOG.infof("replica %s: replica=%s", ready ? "became ready" : "is not ready", replica);
    }
  }
}
