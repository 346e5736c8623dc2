package tmi.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jboss.logging.Logger;
import tmi.gateway.route.Replica;
import tmi.gateway.route.Replicas;

/// Opens a request to a replica that takes it: the next in turn, or the one after when it refuses.
@Singleton
class Connector {
  private static final Logger LOG = Logger.getLogger(Connector.class);

  private final HttpClient requests;
  private final HttpClient sockets;
  private final long wait;

  @Inject
  Connector(Vertx vertx, ProxyConfig config) {
    requests = vertx.createHttpClient(options(config, config.connections()));
    sockets = vertx.createHttpClient(options(config, config.sockets()));
    wait = config.connectionWait().toMillis();
  }

  /// A request of which nothing has been sent yet. Fails when no replica accepts a connection.
  Future<Line> open(Passage passage, Candidates candidates) {
    HttpClient client = passage.isUpgrade() ? sockets : requests;
    Replica replica = candidates.next();
    RequestOptions options =
        new RequestOptions()
            .setMethod(passage.method())
            .setHost(replica.host())
            .setPort(replica.port())
            .setSsl(replica.tls())
            .setConnectTimeout(wait)
            .setURI(passage.uri());
    return client
        .request(options)
        .map(request -> new Line(request, replica))
        .recover(failure -> {
          boolean refused = failure instanceof IOException;
          if (refused) {
            passage.replicas().refused(replica);
          }
          LOG.debugf("no connection: replica=%s cause=%s", replica, failure.getMessage());
          return candidates.hasFresh() ? open(passage, candidates) : Future.failedFuture(failure);
        });
  }

  private static HttpClientOptions options(ProxyConfig config, int poolSize) {
    return new HttpClientOptions()
        .setMaxPoolSize(poolSize)
        .setMaxWaitQueueSize(config.waiting())
        .setConnectTimeout((int) config.connectTimeout().toMillis())
        .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
        .setMaxHeaderSize(64 * 1024);
  }

  /// A request and the replica that it goes to.
  record Line(HttpClientRequest request, Replica replica) {
    void broken(Replicas replicas) {
      replicas.refused(replica);
    }
  }
}
