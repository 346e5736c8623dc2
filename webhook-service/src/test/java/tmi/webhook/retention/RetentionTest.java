package tmi.webhook.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;

/// A portion is a hundred rows here; every backlog is longer.
@QuarkusTest
@WithTestResource(
    value = Stores.class,
    initArgs = @ResourceArg(name = "service", value = "webhook"))
class RetentionTest {
  private static final String DELIVERIES =
      """
      insert into webhook.deliveries (id, subscription_id, host, stream, number, event_type, payload,
                                      status, created_at, last_activity_at, next_attempt_at)
      select gen_random_uuid(), gen_random_uuid(), 'a.example.org', gen_random_uuid(), 1,
             'threat.created', '{}', ?, now() - ?::interval, now() - ?::interval,
             now() + interval '1 hour'
        from generate_series(1, ?)
      """;

  TestDatabase database;
  @Inject RetentionService retention;

  @AfterEach
  void clear() {
    database.execute("delete from webhook.deliveries");
    database.execute("delete from webhook.hosts");
    database.execute("delete from webhook.creations");
  }

  @Test
  void closedDeliveriesOfManyPortionsAreGoneAfterOneRun() {
    deliveries("delivered", "8 days", 1050);
    deliveries("failed", "8 days", 350);
    deliveries("delivered", "6 days", 3);

    run();

    assertThat(count("webhook.deliveries")).isEqualTo(3);
  }

  @Test
  void whatWaitsForAWeekIsGivenUpAndWhatFellSilentHasFailed() {
    deliveries("pending", "8 days", 250);
    deliveries("in_progress", "1 hour", 250);
    deliveries("pending", "1 day", 2);

    run();

    assertThat(count("webhook.deliveries where status = 'failed' and last_error = 'given up'"))
        .isEqualTo(250);
    assertThat(count("webhook.deliveries where last_error like 'the receiver stopped%'"))
        .isEqualTo(250);
    assertThat(count("webhook.deliveries where status = 'pending'")).isEqualTo(2);
  }

  @Test
  void rowsOfQuietStreamsGoAndThoseWithNewsStay() {
    UUID news = UUID.randomUUID();
    database.execute(
        "insert into webhook.streams select gen_random_uuid(), now() - interval '2 days'"
            + " from generate_series(1, 250)");
    database.execute("insert into webhook.streams values (?, now() + interval '1 hour')", news);

    run();

    assertThat(count("webhook.streams where look_at < now() - interval '1 day'")).isZero();
    assertThat(count("webhook.streams where id = '" + news + "'")).isEqualTo(1);
  }

  @Test
  void breakersOfHostsThatNothingWaitsForGo() {
    database.execute(
        "insert into webhook.hosts values ('quiet.example.org', 7, 2, now() - interval '2 days')");
    database.execute(
        "insert into webhook.hosts values ('open.example.org', 7, 2, now() + interval '1 hour')");
    database.execute("insert into webhook.hosts values ('a.example.org', 3, 0, null)");
    deliveries("pending", "1 minute", 1);

    run();

    assertThat(database.column(String.class, "select host from webhook.hosts order by host"))
        .containsExactly("a.example.org", "open.example.org");
  }

  @Test
  void creationsGoAfterADay() {
    database.execute(
        "insert into webhook.creations select gen_random_uuid(), now() - interval '25 hours'"
            + " from generate_series(1, 250)");

    run();

    assertThat(count("webhook.creations")).isZero();
  }

  @Test
  void takenEventsOfManyPortionsAreGoneAndUntakenOnesStay() {
    UUID old = UUID.randomUUID();
    append("threat.created", old, 350);
    database.execute(
        "update event.log set taken = true, occurred_at = now() - interval '31 days' where stream = ?",
        old);
    UUID waiting = UUID.randomUUID();
    database.execute("insert into webhook.streams values (?, now() + interval '1 hour')", waiting);
    append("diagram.updated", waiting, 1);
    database.execute(
        "update event.log set occurred_at = now() - interval '31 days' where stream = ?", waiting);

    run();

    assertThat(count("event.log where stream = '" + old + "'")).isZero();
    assertThat(count("event.log where stream = '" + waiting + "'")).isEqualTo(1);
  }

  @Test
  void headsOfLivingObjectsStayAndThoseOfDeletedOnesGoLongAfter() {
    UUID living = UUID.randomUUID();
    UUID restored = UUID.randomUUID();
    UUID deleted = UUID.randomUUID();
    append("threat_model.updated", living, 1);
    append("threat_model.deleted", restored, 1);
    append("threat_model.updated", restored, 1);
    append("threat_model.deleted", deleted, 1);
    database.execute("delete from event.log");
    run();
    assertThat(count("event.head where stream = '" + deleted + "' and ended_at is not null"))
        .isEqualTo(1);

    database.execute(
        "update event.head set ended_at = now() - interval '366 days' where ended_at is not null");
    run();

    assertThat(count("event.head where stream in ('%s', '%s')".formatted(living, restored)))
        .isEqualTo(2);
    assertThat(count("event.head where stream = '" + deleted + "'")).isZero();
  }

  @Test
  void runEndsAtOnceWhenAnotherReplicaIsAtIt() throws Exception {
    deliveries("delivered", "8 days", 10);
    try (var connection = database.asSuperuser().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "select pg_advisory_xact_lock(hashtextextended('tmi.retention webhook', 0))");

      run();

      assertThat(count("webhook.deliveries")).isEqualTo(10);
    }
  }

  private void run() {
    retention.clear().await().atMost(Duration.ofSeconds(30));
  }

  private void deliveries(String status, String age, int many) {
    database.execute(DELIVERIES, status, age, age, many);
  }

  private void append(String type, UUID model, int many) {
    database.execute(
        """
        insert into event.log (id, type, threat_model_id, object_type, object_id, confidential)
        select gen_random_uuid(), ?, ?, 'thing', ?, false from generate_series(1, ?)
        """,
        type,
        model,
        model,
        many);
  }

  private long count(String from) {
    return database.value(Long.class, "select count(*) from " + from);
  }
}
