package tmi.auth.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static tmi.testkit.InTransaction.inTransaction;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tmi.auth.SignInClient;
import tmi.testkit.ProjectFolder;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;

@QuarkusTest
@WithTestResource(Stores.class)
class RetentionServiceTest {
  private static final String LAPSED_SIGN_INS =
      "select count(*) from auth.sign_ins where expires_at < now()";
  @Inject RetentionService retention;
  TestDatabase database;

  @Test
  void manyPortionsThatHaveLapsedGoInOneRun() {
    addLapsed(1050);

    clear();

    assertThat(count(LAPSED_SIGN_INS)).isZero();
    assertThat(count("select count(*) from auth.refresh_tokens where expires_at < now()")).isZero();
    assertThat(count("select count(*) from auth.revocations where subject = 'lapsed'")).isZero();
    assertThat(count("select count(*) from auth.refresh_successors")).isZero();
  }

  @Test
  void whatHasNotLapsedStays() {
    var pair = SignInClient.signIn("keeper");
    var next = SignInClient.refresh(pair.get("refresh_token"));
    database.execute(
        """
        insert into auth.revocations (number, kind, subject, at, expires_at)
        values (-9999, 'token', 'fresh', now(), now() + interval '1 minute')
        """);

    clear();

    assertThat(count("select count(*) from auth.revocations where subject = 'fresh'")).isOne();
    assertThat(count("select count(*) from auth.refresh_successors")).isPositive();
    SignInClient.refresh(next.path("refresh_token")).then().statusCode(200);
  }

  @Test
  void replicasThatClearAtOnceTakeTurns() {
    addLapsed(300);

    inTransaction(() ->
        Uni.join()
            .all(IntStream.range(0, 4).mapToObj(i -> retention.clear()).toList())
            .andFailFast());

    assertThat(count(LAPSED_SIGN_INS)).isZero();
  }

  @Test
  void nothingIsClearedWhileAnotherReplicaIsAtIt() throws SQLException {
    addLapsed(1);
    try (Connection other = database.asSuperuser().getConnection()) {
      other.setAutoCommit(false);
      other
          .createStatement()
          .execute("select pg_advisory_xact_lock(hashtextextended('tmi.retention auth', 0))");

      clear();

      assertThat(count(LAPSED_SIGN_INS)).isOne();
      other.rollback();
    }
    clear();
    assertThat(count(LAPSED_SIGN_INS)).isZero();
  }

  @Test
  void keepTimeOfEveryTableIsWrittenDown() throws IOException {
    String page = Files.readString(ProjectFolder.root().resolve("docs/operations/growth.md"));

    assertThat(
            database.column(
                String.class,
                "select 'auth.' || tablename from pg_tables where schemaname = 'auth'"
                    + " and tablename <> 'flyway_schema_history'"))
        .allSatisfy(table -> assertThat(page).contains("`" + table + "`"));
  }

  private void clear() {
    inTransaction(() -> retention.clear().replaceWith(true));
  }

  private long count(String sql) {
    return database.value(Long.class, sql);
  }

  private void addLapsed(int rows) {
    SignInClient.signIn("lapser");
    database.execute(
        """
        with ended as (
          insert into auth.sign_ins (id, user_id, authenticated_at, expires_at)
          select gen_random_uuid(), (select id from auth.users where provider_user_id = 'lapser'),
                 now() - interval '9 days', now() - interval '2 days'
          from generate_series(1, ?) returning id),
        tokens as (
          insert into auth.refresh_tokens (hash, sign_in_id, expires_at)
          select decode(md5(id::text), 'hex'), id, now() - interval '2 days' from ended
          returning hash)
        insert into auth.revocations (number, kind, subject, at, expires_at)
        select -row_number() over (), 'session', 'lapsed', now(), now() - interval '2 hours'
        from tokens
        """,
        rows);
    database.execute(
        """
        insert into auth.refresh_successors (hash, salt, made_at)
        select hash, '\\x00', now() - interval '2 minutes' from auth.refresh_tokens
        where expires_at < now()
        """);
  }
}
