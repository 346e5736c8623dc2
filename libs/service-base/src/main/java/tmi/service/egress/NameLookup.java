package tmi.service.egress;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Resolves names as the platform does (it also knows `/etc/hosts`), which holds a thread until the
/// platform answers or gives up, often half a minute. Therefore on threads of its own, one for a
/// name however many ask for it, and nobody waits for an answer longer than the limit: slow names
/// hold up neither other names nor other work.
final class NameLookup implements NameResolver {
  /// The platform's call; blocks.
  interface Blocking {
    List<InetAddress> resolve(String host) throws Exception;
  }

  private static final int THREADS = 64;
  private static final int WAITING = 256;
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final Vertx vertx;
  private final Blocking platform;
  private final Duration limit;
  private final ThreadPoolExecutor threads;
  private final ConcurrentMap<String, Future<List<InetAddress>>> underWay =
      new ConcurrentHashMap<>();

  static NameLookup ofPlatform(Vertx vertx) {
    return new NameLookup(
        vertx, host -> Arrays.asList(InetAddress.getAllByName(host)), THREADS, WAITING, LIMIT);
  }

  /// @param names resolved at once
  /// @param waiting names that may wait beside; one more fails at once
  /// @param limit from the asking to the answer
  NameLookup(Vertx vertx, Blocking platform, int names, int waiting, Duration limit) {
    this.vertx = vertx;
    this.platform = platform;
    this.limit = limit;
    threads =
        new ThreadPoolExecutor(
            names,
            names,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(waiting),
            Thread.ofPlatform().daemon().name("names-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /// The answer comes on the caller's context.
  @Override
  public Future<List<InetAddress>> resolve(String host) {
    Context asker = vertx.getOrCreateContext();
    Promise<List<InetAddress>> answer = Promise.promise();
    long timer =
        vertx.setTimer(
            limit.toMillis(),
            late ->
                answer.tryFail(new EgressFailure("host name not resolved within the time limit")));
    shared(host)
        .onComplete(found ->
            asker.runOnContext(back -> {
              vertx.cancelTimer(timer);
              settle(answer, found);
            }));
    return answer.future();
  }

  private static void settle(
      Promise<List<InetAddress>> answer, AsyncResult<List<InetAddress>> found) {
    if (found.succeeded()) {
      answer.tryComplete(found.result());
    } else {
      answer.tryFail(found.cause());
    }
  }

  private Future<List<InetAddress>> shared(String host) {
    Promise<List<InetAddress>> own = Promise.promise();
    Future<List<InetAddress>> before = underWay.putIfAbsent(host, own.future());
    if (before != null) {
      return before;
    }
    own.future().onComplete(done -> underWay.remove(host, own.future()));
    start(() -> platform.resolve(host), own);
    return own.future();
  }

  private void start(Callable<List<InetAddress>> call, Promise<List<InetAddress>> answer) {
    try {
      threads.execute(() -> result(call).onComplete(answer));
    } catch (RejectedExecutionException full) {
      answer.fail(new EgressFailure("too many host names are being resolved"));
    }
  }

  /// Made before it is told, so that a listener who fails is not taken for a name that was not
  /// found.
  private static Future<List<InetAddress>> result(Callable<List<InetAddress>> call) {
    try {
      return Future.succeededFuture(call.call());
    } catch (Exception failure) {
      return Future.failedFuture(failure);
    }
  }
}
