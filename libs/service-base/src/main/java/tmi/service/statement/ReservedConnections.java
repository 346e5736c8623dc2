package tmi.service.statement;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Connections for what must not wait behind requests: the poll of revocations, without which the
/// replica lets nobody in, and the look whether the database answers. Requests that fill their pool
/// would make the replica deaf otherwise.
@Singleton
public class ReservedConnections {
  private static final int SIZE = 2;
  private static final int WAIT_SECONDS = 2;

  /// The poll runs every two seconds: a line that said nothing for so long is dead.
  private static final int SILENT_SECONDS = 10;

  private final LongStatements ordinary;
  private final Pool ordinaryPool;
  private final Vertx vertx;
  private volatile Pool pool;

  ReservedConnections(LongStatements ordinary, Pool ordinaryPool, Vertx vertx) {
    this.ordinary = ordinary;
    this.ordinaryPool = ordinaryPool;
    this.vertx = vertx;
  }

  /// Opens as few connections as it can, and the first one at the first use.
  public Pool pool() {
    Pool known = pool;
    if (known == null) {
      known = make();
      pool = known;
    }
    return known;
  }

  private Pool make() {
    ordinaryPool.size(); // how its connections are made is known once there is one
    List<SqlConnectOptions> connections =
        ordinary.settled().stream().map(ReservedConnections::own).toList();
    PoolOptions options =
        new PoolOptions()
            .setMaxSize(SIZE)
            .setConnectionTimeout(WAIT_SECONDS)
            .setConnectionTimeoutUnit(TimeUnit.SECONDS);
    return Pool.newInstance(
        PgBuilder.pool().with(options).connectingTo(connections).using(vertx).build());
  }

  private static SqlConnectOptions own(PgConnectOptions options) {
    PgConnectOptions own = new PgConnectOptions(options);
    own.setUseLayer7Proxy(options.getUseLayer7Proxy()); // the copy leaves it out
    own.setIdleTimeoutUnit(TimeUnit.SECONDS).setReadIdleTimeout(SILENT_SECONDS);
    return own;
  }

  @PreDestroy
  void close() {
    if (pool != null) {
      pool.closeAndForget();
    }
  }
}
