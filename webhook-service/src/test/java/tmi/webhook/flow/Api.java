package tmi.webhook.flow;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tmi.testkit.Awaits;
import tmi.testkit.Person;
import tmi.testkit.contract.Contract;

/// The administration of webhooks as one person uses it; every answer is held against the contract.
record Api(Person person, String base) {
  static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String SUBSCRIPTIONS = "/admin/webhooks/subscriptions";

  Api(Person person) {
    this(person, null);
  }

  RequestSpecification call() {
    RequestSpecification call =
        given()
            .filter(Contract.load().filter())
            .header("Authorization", person.bearer())
            .contentType("application/json");
    return base == null ? call : call.baseUri(base);
  }

  JsonPath subscribe(String url, String... events) {
    return subscribe(url, Map.of(), events);
  }

  JsonPath subscribe(String url, Map<String, Object> more, String... events) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("secret", SECRET);
    return create(url, body, events);
  }

  /// A secret is made for it.
  JsonPath subscribeWithoutSecret(String url, String... events) {
    return create(url, new HashMap<>(), events);
  }

  private JsonPath create(String url, Map<String, Object> body, String... events) {
    body.put("name", "Chat bridge");
    body.put("url", url);
    body.put("events", List.of(events));
    return call().body(body).post(SUBSCRIPTIONS).then().statusCode(201).extract().jsonPath();
  }

  /// Subscribes and waits until the challenge is through.
  String active(String url, String... events) {
    String id = subscribe(url, events).getString("id");
    Awaits.until("active", () -> status(id).equals("active"));
    return id;
  }

  String status(String subscription) {
    return subscription(subscription).getString("status");
  }

  JsonPath subscription(String id) {
    return call().get(SUBSCRIPTIONS + "/" + id).then().statusCode(200).extract().jsonPath();
  }

  /// The one delivery of that subscription.
  JsonPath delivery(String subscription) {
    return call()
        .get("/admin/webhooks/deliveries?subscription_id=" + subscription)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .setRootPath("deliveries[0]");
  }

  void delete(String subscription) {
    call().delete(SUBSCRIPTIONS + "/" + subscription).then().statusCode(204);
  }
}
