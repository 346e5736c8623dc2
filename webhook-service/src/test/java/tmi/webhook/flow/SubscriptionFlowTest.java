package tmi.webhook.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static tmi.testkit.Problems.problem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tmi.testkit.Awaits;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;
import tmi.testkit.Tokens;
import tmi.webhook.signing.Signature;
import tmi.webhook.signing.SigningKey;

@QuarkusTest
@WithTestResource(
    value = Stores.class,
    initArgs = @ResourceArg(name = "service", value = "webhook"))
class SubscriptionFlowTest {
  private static final String SUBSCRIPTIONS = "/admin/webhooks/subscriptions";
  private static final String GOOD =
      """
      {"name":"Bridge","url":"https://hooks.example.org/x","events":["threat.created"]}\
      """;

  TestDatabase database;
  Tokens tokens;

  private Sink sink;
  private Api api;

  @BeforeEach
  void arrange() {
    sink = new Sink();
    api = new Api(tokens.administrator("admin" + UUID.randomUUID().toString().substring(0, 8)));
  }

  @AfterEach
  void clear() {
    sink.close();
    database.execute("delete from webhook.subscriptions");
    database.execute("delete from webhook.deliveries");
    database.execute("delete from webhook.hosts");
  }

  @Test
  void rightEchoMakesItActive() {
    String id = api.active(sink.url(), "threat.created");

    Received challenge = sink.challenges().getFirst();
    assertThat(challenge.json().fieldNames()).isEqualTo(Set.of("challenge", "type"));
    assertThat(challenge.headers())
        .containsEntry("content-type", "application/json")
        .containsEntry("user-agent", "TMI-Webhook/1.0")
        .containsEntry("x-webhook-subscription-id", id)
        .containsEntry(
            "x-webhook-signature",
            Signature.contract(SigningKey.of(Api.SECRET).contract(), challenge.body()))
        .doesNotContainKey("x-webhook-delivery-id");
    assertThat(api.subscription(id).getInt("challenges_sent")).isZero();
  }

  @Test
  void threeWrongEchoesAreTheEnd() {
    sink.lying();
    String id = api.subscribe(sink.url(), "threat.created").getString("id");
    Awaits.until("given up", () -> api.status(id).equals("pending_delete"));
    assertThat(sink.challenges()).hasSize(3);
    assertThat(api.subscription(id).getInt("challenges_sent")).isEqualTo(3);
  }

  @Test
  void secretIsShownOnceAndKeptSealed() {
    String id = api.subscribe(sink.url(), "threat.created").getString("id");
    assertThat(api.subscription(id).getString("secret")).isNull();
    byte[] kept =
        database.value(
            byte[].class, "select secret from webhook.subscriptions where id = ?::uuid", id);
    assertThat(new String(kept)).doesNotContain(Api.SECRET);
  }

  @Test
  void madeSecretHasTheFormOfStandardWebhooks() {
    String secret =
        api.call().body(GOOD).post(SUBSCRIPTIONS).then().statusCode(201).extract().path("secret");
    assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
  }

  @Test
  void onlyAdministratorsMayAndShapeIsJudgedFirst() {
    Api user = new Api(tokens.person("user" + UUID.randomUUID().toString().substring(0, 8)));
    user.call().body(GOOD).post(SUBSCRIPTIONS).then().spec(problem(403, "forbidden"));
    user.call().body("{\"name\":\"x\"}").post(SUBSCRIPTIONS).then().statusCode(400);
    given().get(SUBSCRIPTIONS).then().spec(problem(401, "unauthorized"));
    given()
        .header("Authorization", user.person().bearer())
        .get(SUBSCRIPTIONS)
        .then()
        .spec(problem(403, "forbidden"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\"\",\"url\":\"https://a.example.org\",\"events\":[\"x\"]}",
        "{\"name\":\"a\",\"url\":\"https://a.example.org\",\"events\":[]}",
        "{\"name\":\"a\",\"url\":\"https://a.example.org\",\"events\":[\"x\"],\"more\":1}",
        "{\"name\":\"a\",\"url\":\"https://a.example.org\",\"events\":[\"x\"],\"secret\":\"short\"}",
        "{\"name\":\"a\",\"url\":\"https://10.0.0.1.\",\"events\":[\"x\"]}",
        "{\"name\":\"a\",\"url\":\"https://user@example.org\",\"events\":[\"x\"]}",
        "{\"name\":\"a\",\"url\":\"ftp://example.org/\",\"events\":[\"x\"]}"
      })
  void wrongInputIsRefusedWithItsReason(String body) {
    api.call().body(body).post(SUBSCRIPTIONS).then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "threat.*", "Threat.created", "webhook.challenge", ""})
  void nameThatNoEventHasIsRefusedWithThoseThatAre(String name) {
    String body = GOOD.replace("threat.created", name);
    assertThat(refusal(body))
        .startsWith("events[0] must be one of ")
        .contains("threat_model.created, ", "document.extraction_completed, ", "team.created, ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "team.created", "project.deleted", "system_audit.admin_write"})
  void everythingAndWhatTheListLeavesOutMayBeAskedFor(String name) {
    // Without the contract's judge: its list of names in answers leaves these out.
    given()
        .header("Authorization", api.person().bearer())
        .contentType("application/json")
        .body(GOOD.replace("threat.created", name))
        .post(SUBSCRIPTIONS)
        .then()
        .statusCode(201);
  }

  @Test
  void testOfAnUnknownEventIsRefusedWithTheNamesAsSent() {
    String id = api.subscribe(sink.url(), "threat.created").getString("id");
    String said =
        api.call()
            .body("{\"event_type\":\"nonsense\"}")
            .post(SUBSCRIPTIONS + "/" + id + "/test")
            .then()
            .spec(problem(400, "invalid_input"))
            .extract()
            .path("error_description");
    assertThat(said)
        .contains("event_type must be one of threat_model.created, ", "document.extraction_failed");
  }

  private String refusal(String body) {
    return api.call()
        .body(body)
        .post(SUBSCRIPTIONS)
        .then()
        .spec(problem(400, "invalid_input"))
        .extract()
        .path("error_description");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          169.254.169.254         | 169.254.0.0/16 (link-local)
          10.1.2.3                | 10.0.0.0/8 (private)
          192.168.0.1             | 192.168.0.0/16 (private)
          0.0.0.0                 | 0.0.0.0/8 (this network)
          100.64.0.1              | 100.64.0.0/10 (shared by a provider's customers)
          203.0.113.7             | 203.0.113.0/24 (documentation)
          198.41.1.1              | 198.41.0.0/16 (closed by this installation)
          2852039166              | host must not be a number
          0xA9FEA9FE              | host must not be a number
          0251.0376.0251.0376     | host must not be a number
          [::ffff:169.254.169.254]| plain ASCII host
          [::1]                   | plain ASCII host
          """)
  void closedAddressIsRefusedAtCreationWithItsReason(String host, String reason) {
    assertThat(refusal(GOOD.replace("hooks.example.org", host))).startsWith("url").contains(reason);
  }

  @Test
  void parallelCreationsDoNotExceedTheAllowance() {
    try (var threads = Executors.newFixedThreadPool(20)) {
      List<Callable<Integer>> askings = Collections.nCopies(20, this::create);
      List<Integer> answers =
          threads.invokeAll(askings).stream().map(Future::resultNow).sorted().toList();
      assertThat(answers.subList(0, 10)).containsOnly(201);
      assertThat(answers.subList(10, 20)).containsOnly(429);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    api.call()
        .body(GOOD)
        .post(SUBSCRIPTIONS)
        .then()
        .spec(problem(429, "rate_limit_exceeded"))
        .header("Retry-After", "60");
  }

  private int create() {
    return api.call().body(GOOD).post(SUBSCRIPTIONS).statusCode();
  }

  @Test
  void oddButLegalAddressIsTakenAndMayBeTested() {
    String odd = GOOD.replace("/x", "/a|b%C3%BC?c=[d]#e");
    String id =
        api.call().body(odd).post(SUBSCRIPTIONS).then().statusCode(201).extract().path("id");
    api.call().post(SUBSCRIPTIONS + "/" + id + "/test").then().statusCode(202);
    api.delete(id);
  }

  @Test
  void unknownModelIsRefused() {
    JsonObject body = new JsonObject(GOOD).put("threat_model_id", UUID.randomUUID().toString());
    api.call().body(body.encode()).post(SUBSCRIPTIONS).then().spec(problem(400, "invalid_input"));
  }

  @Test
  void unknownOneIsNotFound() {
    String path = SUBSCRIPTIONS + "/" + UUID.randomUUID();
    api.call().get(path).then().spec(problem(404, "not_found"));
    api.call().delete(path).then().spec(problem(404, "not_found"));
    api.call().post(path + "/test").then().spec(problem(404, "not_found"));
    api.call().get(SUBSCRIPTIONS + "/nonsense").then().spec(problem(400, "invalid_id"));
    api.call()
        .get("/admin/webhooks/deliveries/" + UUID.randomUUID())
        .then()
        .spec(problem(404, "not_found"));
  }

  @Test
  void listOfAnUnknownSubscriptionIsEmptyAndNotMissing() {
    int total =
        api.call()
            .get("/admin/webhooks/deliveries?subscription_id=" + UUID.randomUUID())
            .then()
            .statusCode(200)
            .extract()
            .path("total");
    assertThat(total).isZero();
  }

  @Test
  void testIsSentUnderTheNameAskedFor() {
    String id = api.active(sink.url(), "threat.created");
    api.call()
        .body("{\"event_type\":\"document.extraction_failed\"}")
        .post(SUBSCRIPTIONS + "/" + id + "/test")
        .then()
        .statusCode(202);
    Awaits.untilAsserted(
        () -> assertThat(sink.deliveries("document.extraction_failed")).hasSize(1));
    JsonObject body = sink.deliveries().getFirst().json();
    assertThat(body.getString("type")).isEqualTo("test");
    assertThat(body.fieldNames())
        .isEqualTo(Set.of("message", "subscription_id", "timestamp", "type"));
  }

  @Test
  void testOfAnUnprovedOneFailsWithAReason() {
    sink.lying();
    String id = api.subscribe(sink.url(), "threat.created").getString("id");
    api.call().post(SUBSCRIPTIONS + "/" + id + "/test").then().statusCode(202);
    Awaits.untilAsserted(
        () -> assertThat(api.delivery(id).getString("status")).isEqualTo("failed"));
    assertThat(api.delivery(id).getString("last_error")).contains("not active");
    assertThat(sink.deliveries()).isEmpty();
  }

  @Test
  void deletingEndsWhatWaits() {
    String id = api.active(sink.url(), "threat.created");
    sink.answering(Sink.status(500));
    Log.of(database).add("threat.created", UUID.randomUUID());
    Awaits.untilAsserted(() -> assertThat(sink.deliveries()).isNotEmpty());

    api.delete(id);

    Awaits.untilAsserted(() -> {
      assertThat(api.delivery(id).getString("status")).isEqualTo("failed");
      assertThat(api.delivery(id).getString("last_error")).isEqualTo("subscription deleted");
    });
    assertThat(
            database.column(
                String.class,
                "select change_type from audit.entry where object_id = ?::uuid order by created_at",
                id))
        .containsExactly("created", "deleted");
  }

  // An outcome locks the delivery, then its subscription.
  @Test
  void deletingWhileAnOutcomeIsStoredWaitsAndDoesNotDeadlock() throws Exception {
    sink.answering(Sink.status(500));
    String id = api.active(sink.url(), "threat.created");
    UUID delivery = UUID.randomUUID();
    database.execute(
        """
        insert into webhook.deliveries (id, subscription_id, host, stream, number, event_type,
                                        payload, next_attempt_at)
        values (?, ?::uuid, '127.0.0.1', gen_random_uuid(), 1, 'threat.created', '{}',
                now() + interval '1 hour')
        """,
        delivery,
        id);
    try (var outcome = database.asSuperuser().getConnection();
        var statement = outcome.createStatement();
        var threads = Executors.newSingleThreadExecutor()) {
      outcome.setAutoCommit(false);
      statement.execute("update webhook.deliveries set attempts = 1 where id = '" + delivery + "'");
      Future<?> deleting = threads.submit(() -> api.delete(id));
      Awaits.until(
          "the deletion waits",
          () ->
              database.value(
                      Long.class,
                      "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                          + " and datname = current_database()")
                  > 0);

      statement.execute(
          "update webhook.subscriptions set publication_failures = 1 where id = '" + id + "'");
      outcome.commit();

      deleting.get();
    }
  }

  @Test
  void formerAdministratorHearsNothingMore() {
    api.active(sink.url(), "threat.created");
    database.execute("delete from auth.group_members where member_user_id = ?", api.person().id());
    UUID model = UUID.randomUUID();
    Log.of(database).add("threat.created", model);
    Awaits.untilAsserted(() ->
        assertThat(
                database.value(
                    Boolean.class, "select taken from event.log where stream = ?", model))
            .isTrue());
    assertThat(sink.deliveries()).isEmpty();
  }

  /// The framework answers 404 for a number or an id that it cannot read itself.
  @ParameterizedTest
  @ValueSource(
      strings = {
        SUBSCRIPTIONS + "?limit=x",
        SUBSCRIPTIONS + "?offset=99999999999",
        SUBSCRIPTIONS + "?threat_model_id=xyz",
        "/admin/webhooks/deliveries?limit=0",
        "/admin/webhooks/deliveries?offset=-1",
        "/admin/webhooks/deliveries?subscription_id=xyz"
      })
  void queryThatCannotBeReadIsRefusedByName(String address) {
    String name = address.substring(address.indexOf('?') + 1, address.indexOf('='));
    api.call()
        .get(address)
        .then()
        .spec(problem(400, "invalid_input"))
        .body("error_description", org.hamcrest.Matchers.startsWith(name));
  }

  @Test
  void listIsPagedAndCountsWhatIsFiltered() {
    api.subscribe(sink.url(), "threat.created");
    api.subscribe(sink.url(), "threat.updated");
    var page = api.call().get(SUBSCRIPTIONS + "?limit=1").then().statusCode(200).extract();
    assertThat(page.jsonPath().getInt("total")).isEqualTo(2);
    assertThat(page.jsonPath().getString("subscriptions[0].events[0]")).isEqualTo("threat.updated");
    int none =
        api.call()
            .get(SUBSCRIPTIONS + "?threat_model_id=" + UUID.randomUUID())
            .then()
            .statusCode(200)
            .extract()
            .path("total");
    assertThat(none).isZero();
    api.call().get(SUBSCRIPTIONS + "?limit=101").then().statusCode(400);
  }
}
