package tmi.service.statement;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;

/// Remembers long statements as prepared ones too. The driver forgets those over 2,048 characters,
/// and ours carry right, change, audit and event in one: each would cost a second round trip.
@Singleton
public class LongStatements implements PgPoolCreator {
  private static final int LONGEST = 16_384;

  @Override
  public Pool create(Input input) {
    List<PgConnectOptions> connections = input.pgConnectOptionsList();
    connections.forEach(options -> options.setPreparedStatementCacheSqlLimit(LONGEST));
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(List.copyOf(connections))
        .using(input.vertx())
        .build();
  }
}
