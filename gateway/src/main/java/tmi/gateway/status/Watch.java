package tmi.gateway.status;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import tmi.gateway.route.Destination;
import tmi.gateway.route.Replica;
import tmi.gateway.route.Upstreams;

/// Asks one replica of each service how it is, at most once in a while, however many outsiders ask.
@Singleton
class Watch {
  private record Round(long startedAt, Future<Diagnosis> outcome) {}

  private final Upstreams upstreams;
  private final StatusConfig config;
  private final HttpClient client;
  private final AtomicReference<Round> latest = new AtomicReference<>();

  @Inject
  Watch(Vertx vertx, Upstreams upstreams, StatusConfig config) {
    this.upstreams = upstreams;
    this.config = config;
    int patience = (int) config.patience().toMillis();
    client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(patience));
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
    long start = System.nanoTime();
    return ask(replicas.get(index))
        .map(text -> Sighting.of(service, text, (System.nanoTime() - start) / 1_000_000))
        .recover(failure -> ask(service, replicas, index + 1));
  }

  private Future<String> ask(Replica replica) {
    RequestOptions readiness =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost(replica.host())
            .setPort(replica.port())
            .setSsl(replica.tls())
            .setURI("/q/health/ready");
    return client
        .request(readiness)
        .compose(request -> request.send().compose(answer -> answer.body()))
        .map(body -> body.toString())
        .timeout(config.patience().toMillis(), TimeUnit.MILLISECONDS);
  }
}
