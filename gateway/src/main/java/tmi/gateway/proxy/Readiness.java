package tmi.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import tmi.gateway.route.Replica;

/// Asks a replica whether it is ready, on connections of its own: the question must not wait behind
/// ordinary requests.
@Singleton
public class Readiness {
  private final HttpClient client;
  private final long patience;

  @Inject
  public Readiness(Vertx vertx, ProxyConfig config) {
    patience = config.readinessTimeout().toMillis();
    client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) patience));
  }

  /// The replica's answer as it stands, up or down; fails when there is none in time.
  public Future<String> of(Replica replica) {
    return ask(replica)
        .compose(HttpClientResponse::body)
        .map(Buffer::toString)
        .timeout(patience, TimeUnit.MILLISECONDS);
  }

  /// Whether it takes requests; fails when it does not answer in time.
  Future<Boolean> isReady(Replica replica) {
    return ask(replica)
        .compose(answer -> answer.body().map(body -> answer.statusCode() == 200))
        .timeout(patience, TimeUnit.MILLISECONDS);
  }

  private Future<HttpClientResponse> ask(Replica replica) {
    RequestOptions question =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost(replica.host())
            .setPort(replica.port())
            .setSsl(replica.tls())
            .setTimeout(patience)
            .setURI("/q/health/ready");
    return client.request(question).compose(HttpClientRequest::send);
  }
}
