package tmi.collab.session;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import tmi.collab.relay.News;
import tmi.collab.relay.RoomRelay;
import tmi.service.id.IdSource;

/// Renews the leases of this replica's sockets and sweeps what others left behind.
@ApplicationScoped
public class LeaseService {
  private static final Logger LOG = Logger.getLogger(LeaseService.class);

  private final Map<UUID, Supplier<Lease>> held = new ConcurrentHashMap<>();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final LeaseRepository leases;
  private final EntryRepository entries;
  private final SweepRepository sweeps;
  private final RoomRelay relay;
  private final SessionConfig config;
  private final Steadiness steadiness;
  private final UUID replica;

  LeaseService(
      LeaseRepository leases,
      EntryRepository entries,
      SweepRepository sweeps,
      RoomRelay relay,
      SessionConfig config,
      IdSource ids) {
    this.leases = leases;
    this.entries = entries;
    this.sweeps = sweeps;
    this.relay = relay;
    this.config = config;
    this.steadiness = new Steadiness(config.renewal().multipliedBy(2));
    this.replica = ids.v4();
  }

  void start(@Observes StartupEvent event, Vertx vertx) {
    vertx.setPeriodic(config.renewal().toMillis(), id -> renew());
  }

  /// Lets a socket into its session within the caller's transaction; fails with a `Problem` when
  /// there is no place.
  public Uni<Void> enter(SqlClient transaction, Lease lease, int ownMost, int hereMost) {
    return entries.enter(transaction, lease, replica, config.lease(), ownMost, hereMost);
  }

  /// Renews for a socket until it is dropped.
  public void hold(UUID socketId, Supplier<Lease> lease) {
    held.put(socketId, lease);
  }

  /// The socket is gone.
  public Uni<Void> drop(UUID socketId) {
    held.remove(socketId);
    return leases.release(socketId);
  }

  private void renew() {
    if (!busy.compareAndSet(false, true)) {
      return;
    }
    List<Lease> mine = held.values().stream().map(Supplier::get).toList();
    leases
        .renew(mine, replica, config.lease())
        .ifNoItem()
        .after(config.renewal())
        .fail()
        .invoke(() -> steadiness.renewed(System.nanoTime()))
        .onFailure()
        .invoke(e -> failed(e))
        .chain(this::sweep)
        .eventually(() -> busy.set(false))
        .subscribe()
        .with(
            changed -> changed.forEach(diagram -> relay.publish(diagram, new News.People())),
            e -> LOG.debugf("no sweep reason=%s", e.getMessage()));
  }

  private void failed(Throwable e) {
    steadiness.failed();
    LOG.warnf("leases not renewed reason=%s", e.getMessage());
  }

  private Uni<List<UUID>> sweep() {
    return steadiness.heldFor(config.emptyGrace(), System.nanoTime())
        ? sweeps.sweep(config.emptyGrace(), config.hostGrace())
        : Uni.createFrom().item(List.of());
  }
}
