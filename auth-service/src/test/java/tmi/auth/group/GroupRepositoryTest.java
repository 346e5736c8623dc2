package tmi.auth.group;

import static org.assertj.core.api.Assertions.assertThat;
import static tmi.testkit.InTransaction.inTransaction;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;
import tmi.testkit.Tokens;

@QuarkusTest
@WithTestResource(Stores.class)
class GroupRepositoryTest {
  private static final int ROUNDS = 12;
  @Inject GroupRepository repository;
  @Inject Pool pool;
  TestDatabase database;
  Tokens tokens;

  /// With the rows taken in the provider's order PostgreSQL ends one of two such sign-ins as a
  /// deadlock (40P01).
  @Test
  void peopleWhoseProviderNamesTheSameGroupsInAnotherOrderSignInAtOnce() {
    List<String> names = IntStream.range(0, 400).mapToObj("team-%03d"::formatted).toList();
    var upward = tokens.person("upward").id();
    var downward = tokens.person("downward").id();

    for (int round = 0; round < ROUNDS; round++) {
      inTransaction(() ->
          Uni.join()
              .all(
                  pool.withTransaction(tx -> repository.remember(tx, upward, "acme", names)),
                  pool.withTransaction(
                      tx -> repository.remember(tx, downward, "acme", names.reversed())))
              .andCollectFailures());
    }

    assertThat(
            database.value(
                Long.class,
                "select count(*) from auth.groups where provider = 'acme' and usage_count = ?",
                2L * ROUNDS))
        .isEqualTo(400);
  }
}
