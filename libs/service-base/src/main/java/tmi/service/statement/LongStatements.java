package tmi.service.statement;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tmi.service.store.StoreTls;

/// Remembers long statements as prepared ones too. The driver forgets those over 2,048 characters,
/// and ours carry right, change, audit and event in one: each would cost a second round trip. Where
/// none may be remembered (`TMI_DB_PREPARED_STATEMENTS=false`) a pooler stands in between, which
/// may run each trip on another connection: then a trip carries its statement with it.
@Singleton
public class LongStatements implements PgPoolCreator {
  private static final int LONGEST = 16_384;
  private final StoreTls tls;
  private final PoolConfig config;
  private volatile List<PgConnectOptions> settled = List.of();

  LongStatements(StoreTls tls, PoolConfig config) {
    this.tls = tls;
    this.config = config;
  }

  @Override
  public Pool create(Input input) {
    List<PgConnectOptions> connections = input.pgConnectOptionsList();
    connections.forEach(options -> {
      options.setPreparedStatementCacheSqlLimit(LONGEST);
      options.setUseLayer7Proxy(!options.getCachePreparedStatements());
      tls.secure(options);
    });
    settled = List.copyOf(connections);
    input
        .poolOptions()
        .setConnectionTimeout((int) config.longestWait().toMillis())
        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(List.<SqlConnectOptions>copyOf(settled))
        .using(input.vertx())
        .build();
  }

  /// How the pool's connections are made; none before it was.
  List<PgConnectOptions> settled() {
    return settled;
  }
}
