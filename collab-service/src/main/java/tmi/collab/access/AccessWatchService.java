package tmi.collab.access;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import tmi.service.revocation.RevocationWatch;

/// Looks at every seat each two seconds and at all news of revocations. The gate is open only after
/// a good look that began at most five seconds ago: until then sockets stay, and take and hand out
/// nothing.
@ApplicationScoped
public class AccessWatchService {
  private static final Logger LOG = Logger.getLogger(AccessWatchService.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Map<UUID, Occupied> seats = new ConcurrentHashMap<>();
  private final List<Runnable> onOpen = new CopyOnWriteArrayList<>();
  private final List<Consumer<Seat>> onRole = new CopyOnWriteArrayList<>();
  private final AtomicBoolean looking = new AtomicBoolean();
  private final AtomicBoolean again = new AtomicBoolean();
  private final SeatRepository repository;
  private final RevocationWatch revocation;
  private final InstantSource clock;
  private final Gate gate;

  private record Occupied(Seat seat, Consumer<Verdict> mustGo) {}

  AccessWatchService(SeatRepository repository, RevocationWatch revocation, InstantSource clock) {
    this.repository = repository;
    this.revocation = revocation;
    this.clock = clock;
    this.gate = new Gate(revocation::isFresh, System::nanoTime);
  }

  void start(@Observes StartupEvent event, Vertx vertx) {
    revocation.onChange(this::look);
    vertx.setPeriodic(0, EVERY.toMillis(), id -> look());
  }

  /// Watches a seat until it is freed; the consumer is told once it must go.
  public void take(Seat seat, Consumer<Verdict> mustGo) {
    seats.put(seat.id(), new Occupied(seat, mustGo));
  }

  public void free(Seat seat) {
    seats.remove(seat.id());
  }

  /// May anything be taken or handed out now?
  public boolean isOpen() {
    return gate.isOpen();
  }

  /// Runs after each look that opened the gate again.
  public void whenOpen(Runnable listener) {
    onOpen.add(listener);
  }

  /// Runs for each seat whose right to write came or went.
  public void whenRoleChanges(Consumer<Seat> listener) {
    onRole.add(listener);
  }

  /// Looks now. A look that is asked for during another follows it.
  public void look() {
    again.set(true);
    if (looking.compareAndSet(false, true)) {
      lookOnce();
    }
  }

  private void lookOnce() {
    again.set(false);
    long began = System.nanoTime();
    boolean fresh = revocation.isFresh();
    List<Occupied> all = List.copyOf(seats.values());
    repository
        .standings(all.stream().map(Occupied::seat).toList())
        .ifNoItem()
        .after(EVERY)
        .fail()
        .subscribe()
        .with(
            standings -> {
              all.forEach(o -> judge(o, standings.get(o.seat().id())));
              good(began, fresh);
              finish();
            },
            e -> {
              LOG.warnf("rights of sockets not read reason=%s", e.getMessage());
              finish();
            });
  }

  private void judge(Occupied occupied, Standing standing) {
    Seat seat = occupied.seat();
    Verdict.on(seat, revocation.isRevoked(seat.caller()), standing, clock.instant())
        .ifPresentOrElse(
            verdict -> {
              if (seats.remove(seat.id(), occupied)) {
                occupied.mustGo().accept(verdict);
              }
            },
            () -> {
              if (seat.takeRole(standing.role().orElseThrow())) {
                onRole.forEach(listener -> listener.accept(seat));
              }
            });
  }

  private void good(long began, boolean revocationsWereFresh) {
    if (revocationsWereFresh && gate.opensBy(began)) {
      onOpen.forEach(Runnable::run);
    }
  }

  private void finish() {
    looking.set(false);
    if (again.get() && looking.compareAndSet(false, true)) {
      lookOnce();
    }
  }
}
