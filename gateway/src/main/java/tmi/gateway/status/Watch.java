package tmi.gateway.status;

import io.vertx.core.Future;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import tmi.gateway.proxy.Readiness;
import tmi.gateway.route.Destination;
import tmi.gateway.route.Replica;
import tmi.gateway.route.Upstreams;

/// Asks one replica of each service how it is, at most once in a while, however many outsiders ask.
@Singleton
class Watch {
  private record Round(long startedAt, Future<Diagnosis> outcome) {}

  private final Upstreams upstreams;
  private final StatusConfig config;
  private final Readiness readiness;
  private final AtomicReference<Round> latest = new AtomicReference<>();

  @Inject
  Watch(Upstreams upstreams, Readiness readiness, StatusConfig config) {
    this.upstreams = upstreams;
    this.readiness = readiness;
    this.config = config;
  }

  /// Never fails: what does not answer is part of the diagnosis.
  Future<Diagnosis> diagnosis() {
    long now = System.nanoTime();
    Round round = latest.get();
    if (round != null && now - round.startedAt() < config.remember().toNanos()) {
      return round.outcome();
    }
    Round next = new Round(now, ask());
    latest.set(next);
    return next.outcome();
  }

  private Future<Diagnosis> ask() {
    List<Future<Sighting>> asked =
        Stream.of(Destination.AUTH, Destination.MODEL, Destination.COLLAB, Destination.WEBHOOK)
            .map(service -> ask(service, upstreams.of(service).inOrder(), 0))
            .toList();
    return Future.all(asked).map(all -> Diagnosis.of(all.list()));
  }

  /// The next replica is asked when one does not answer.
  private Future<Sighting> ask(Destination service, List<Replica> replicas, int index) {
    if (index >= replicas.size()) {
      return Future.succeededFuture(Sighting.missing(service));
    }
    return readiness
        .of(replicas.get(index))
        .map(text -> Sighting.of(service, text))
        .recover(failure -> ask(service, replicas, index + 1));
  }
}
