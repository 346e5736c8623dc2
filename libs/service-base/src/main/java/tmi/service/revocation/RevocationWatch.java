package tmi.service.revocation;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import tmi.kernel.identity.Caller;
import tmi.service.caller.TokenVerifier;
import tmi.service.caller.VerificationKeys;
import tmi.service.wake.Wake;
import tmi.service.wake.WakeCalls;

/// The poll. Every service that has callers runs it; the first good one makes the replica ready.
@ApplicationScoped
public class RevocationWatch {
  /// How often the log of revocations is read without being called.
  static final Duration EVERY = Duration.ofSeconds(2);

  /// How old the beginning of the last good poll may be before nobody is let in.
  static final Duration FRESH = Duration.ofSeconds(5);

  /// The least time between two looks at the wish of callers whose tokens nobody knows yet.
  static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private static final Logger LOG = Logger.getLogger(RevocationWatch.class);
  private static final long NEVER = Long.MIN_VALUE;

  private final RevocationRepository repository;
  private final VerificationKeys keys;
  private final TokenVerifier verifier;
  private final RevocationList list = new RevocationList();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final AtomicReference<Uni<Boolean>> running = new AtomicReference<>();
  private final SharedLook looks = new SharedLook(BETWEEN_LOOKS, this::refresh);
  private final Clock clock = Clock.systemUTC();
  private volatile long number;
  private volatile long began = NEVER;

  RevocationWatch(RevocationRepository repository, VerificationKeys keys, TokenVerifier verifier) {
    this.repository = repository;
    this.keys = keys;
    this.verifier = verifier;
  }

  void start(@Observes StartupEvent event, Vertx vertx, WakeCalls calls) {
    vertx.setPeriodic(0, EVERY.toMillis(), id -> pollNow());
    calls.listen(Wake.REVOCATION, word -> pollNow());
  }

  /// True while this replica's knowledge is young enough to let callers in.
  public boolean isFresh() {
    return began != NEVER && System.nanoTime() - began <= FRESH.toNanos();
  }

  /// True when the caller's token, sign-in session or person was ended.
  public boolean isRevoked(Caller caller) {
    return list.ends(caller);
  }

  /// Runs after each good poll that brought news: revocations, changed rights, new keys.
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /// A poll that begins after this call; those who ask at the same time share one. The item tells
  /// whether it was good.
  public Uni<Boolean> refresh() {
    Uni<Boolean> before = running.get();
    return before == null ? join() : before.chain(this::join);
  }

  /// The same at a stranger's wish: however many ask, one a second is begun, and all wait for it.
  public Uni<Boolean> look() {
    return looks.ask();
  }

  /// Begins a poll, or joins one that is under way.
  private Uni<Boolean> join() {
    Uni<Boolean> fresh = poll().memoize().indefinitely();
    Uni<Boolean> other = running.compareAndExchange(null, fresh);
    return other == null ? fresh : other;
  }

  private void pollNow() {
    join().subscribe().with(good -> LOG.tracef("polled good=%s", good));
  }

  private Uni<Boolean> poll() {
    return Uni.createFrom()
        .deferred(() -> {
          long start = System.nanoTime();
          return Uni.combine()
              .all()
              .unis(repository.above(number), repository.keys())
              .asTuple()
              .ifNoItem()
              .after(EVERY)
              .failWith(() -> new TimeoutException("no answer within " + EVERY.toSeconds() + " s"))
              .map(read -> learn(read.getItem1(), read.getItem2(), start));
        })
        .onFailure()
        .recoverWithItem(this::missed)
        .eventually(() -> running.set(null));
  }

  private boolean learn(List<Revoked> rows, Map<String, String> jwks, long start) {
    list.add(rows);
    list.prune(clock.instant());
    if (!rows.isEmpty()) {
      number = rows.getLast().number();
    }
    boolean newKeys = keys.replace(jwks);
    if (newKeys) {
      verifier.forget();
    }
    began = start;
    if (newKeys || !rows.isEmpty()) {
      listeners.forEach(Runnable::run);
    }
    return true;
  }

  private boolean missed(Throwable failure) {
    LOG.warnf("revocation poll failed reason=%s", failure.getMessage());
    return false;
  }
}
