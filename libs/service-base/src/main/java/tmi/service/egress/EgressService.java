package tmi.service.egress;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/// Sends a request to a target outside. One resolution a send; every address must pass; the
/// connection goes to the first of them, so a name that changes its mind in between gains nothing.
@ApplicationScoped
public class EgressService {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int HEADER_BYTES = 64 * 1024;

  private final Vertx vertx;
  private final HttpClient client;
  private final NameResolver resolver;

  @Inject
  EgressService(Vertx vertx) {
    this(vertx, NameLookup.ofPlatform(vertx));
  }

  EgressService(Vertx vertx, NameResolver resolver) {
    this(vertx, resolver, options());
  }

  EgressService(Vertx vertx, NameResolver resolver, HttpClientOptions options) {
    this.vertx = vertx;
    this.resolver = resolver;
    this.client = vertx.createHttpClient(options);
  }

  /// POSTs the bytes. Fails with [EgressRefusal] when the target may not be reached, with
  /// [EgressFailure] when it gave no complete answer within the limits.
  public Uni<Reply> post(
      Target target,
      Map<String, String> headers,
      byte[] body,
      EgressPolicy policy,
      EgressLimits limits) {
    return Uni.createFrom()
        .completionStage(() -> {
          Promise<Reply> reply = Promise.promise();
          // All of an exchange runs on one context: its clocks and its bytes never race.
          vertx
              .getOrCreateContext()
              .runOnContext(go -> send(target, headers, body, policy, limits).onComplete(reply));
          return reply.future().toCompletionStage();
        });
  }

  private Future<Reply> send(
      Target target,
      Map<String, String> headers,
      byte[] body,
      EgressPolicy policy,
      EgressLimits limits) {
    Exchange exchange = new Exchange(vertx, limits);
    addresses(target)
        .map(found -> judged(found, policy))
        .compose(address -> client.request(request(target, address, headers)))
        .onSuccess(request -> exchange.send(request, body))
        .onFailure(exchange::fail);
    return exchange.answer().future();
  }

  private Future<List<InetAddress>> addresses(Target target) {
    return HostRule.isLiteral(target.host())
        ? Future.succeededFuture(List.of(InetAddress.ofLiteral(target.host())))
        : resolver.resolve(target.host());
  }

  private static InetAddress judged(List<InetAddress> found, EgressPolicy policy) {
    if (found.isEmpty()) {
      throw new EgressFailure("host name not found");
    }
    if (!found.stream().allMatch(a -> AddressRule.allows(a.getAddress(), policy))) {
      throw new EgressRefusal("target address is not allowed");
    }
    return found.getFirst();
  }

  private static RequestOptions request(
      Target target, InetAddress address, Map<String, String> headers) {
    return new RequestOptions()
        .setServer(SocketAddress.inetSocketAddress(target.port(), address.getHostAddress()))
        .setHost(target.host())
        .setPort(target.port())
        .setSsl(target.tls())
        .setMethod(HttpMethod.POST)
        .setURI(target.uri())
        .setFollowRedirects(false)
        .setHeaders(MultiMap.caseInsensitiveMultiMap().addAll(headers));
  }

  static HttpClientOptions options() {
    return new HttpClientOptions()
        .setConnectTimeout(CONNECT_MILLIS)
        .setMaxHeaderSize(HEADER_BYTES)
        .setMaxInitialLineLength(HEADER_BYTES)
        .setDecompressionSupported(false)
        .setVerifyHost(true)
        .setForceSni(true)
        .setMaxPoolSize(64)
        // Shorter than any usual server's patience, so that a send does not meet a closing door.
        .setKeepAliveTimeout(3);
  }
}
