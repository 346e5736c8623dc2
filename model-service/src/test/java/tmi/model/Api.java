package tmi.model;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import tmi.testkit.Person;
import tmi.testkit.contract.Contract;

/// The service as one person uses it. Every answer is held against the contract.
public final class Api {
  private static final Contract CONTRACT = Contract.load();
  private final Person person;
  private final boolean loose;

  private Api(Person person, boolean loose) {
    this.person = person;
    this.loose = loose;
  }

  public static Api as(Person person) {
    return new Api(person, false);
  }

  /// Answers are not held against the contract: its forms of answers are narrower than what its
  /// forms of requests take, so that whoever writes `a <b> c` cannot be shown it by the letter.
  public static Api looselyAs(Person person) {
    return new Api(person, true);
  }

  public Response get(String path) {
    return request().get(path);
  }

  public Response post(String path, String body) {
    return request().contentType(ContentType.JSON).body(json(body)).post(path);
  }

  public Response put(String path, String body) {
    return request().contentType(ContentType.JSON).body(json(body)).put(path);
  }

  public Response put(String path, String body, String ifMatch) {
    return request()
        .contentType(ContentType.JSON)
        .header("If-Match", ifMatch)
        .body(json(body))
        .put(path);
  }

  /// A JSON Patch.
  public Response patch(String path, String operations) {
    return patch(path, operations, Map.of());
  }

  public Response patch(String path, String operations, Map<String, String> headers) {
    return request()
        .contentType("application/json-patch+json")
        .headers(headers)
        .body(json(operations))
        .patch(path);
  }

  /// A PATCH that is plain JSON.
  public Response merge(String path, String body) {
    return request().contentType(ContentType.JSON).body(json(body)).patch(path);
  }

  public Response delete(String path) {
    return request().delete(path);
  }

  /// Makes a model and answers its address.
  public String model(String name) {
    Response made = post("/threat_models", "{'name':'" + name + "'}");
    made.then().statusCode(201);
    return "/threat_models/" + made.path("id");
  }

  /// Makes something in a model and answers its address.
  public String child(String model, String kind, String body) {
    Response made = post(model + "/" + kind, body);
    made.then().statusCode(201);
    return model + "/" + kind + "/" + made.path("id");
  }

  /// Shares a model: lines such as `user bob writer` or `group everyone reader`.
  public void share(String model, String... lines) {
    StringBuilder list = new StringBuilder();
    for (String line : lines) {
      String[] words = line.split(" ");
      list.append(list.isEmpty() ? "" : ",")
          .append(
              "{'principal_type':'%s','provider':'tmi','provider_id':'%s','role':'%s'}"
                  .formatted(words[0], words[1], words[2]));
    }
    patch(model, "[{'op':'replace','path':'/authorization','value':[" + list + "]}]")
        .then()
        .statusCode(200);
  }

  private RequestSpecification request() {
    RequestSpecification request =
        given().urlEncodingEnabled(false).header("Authorization", person.bearer());
    return loose ? request : request.filter(CONTRACT.filter());
  }

  /// Tests write JSON with single quotes.
  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
