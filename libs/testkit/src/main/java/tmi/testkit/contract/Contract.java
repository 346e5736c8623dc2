package tmi.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.filter.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The OpenAPI document that answers are held against.
///
/// ```java
/// Contract contract = Contract.load();
/// contract.check("GET", "/threat_models/{threat_model_id}", 200, body);  // template or real path
/// contract.check(javaNetHttpResponse);
/// given().filter(contract.filter()).get("/me");                          // RestAssured
/// ```
///
/// Every check throws an `AssertionError` that lists all differences at once.
public final class Contract {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FACTS = "shared/contract/openapi-facts.json";
  private static final String OURS = "contract/openapi/tmi.json";

  private final Operations operations;
  private final SchemaCheck schemas;

  private Contract(JsonNode document) {
    operations = new Operations(document);
    schemas = new SchemaCheck(document);
  }

  /// The contract's facts where they stand beside the project, else the project's own document.
  public static Contract load() {
    Path root = projectRoot(Path.of("").toAbsolutePath());
    Path beside = root.resolveSibling(FACTS);
    return of(Files.isRegularFile(beside) ? beside : root.resolve(OURS));
  }

  /// A document at a place of the caller's choice.
  public static Contract of(Path file) {
    try {
      return new Contract(JSON.readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException("no OpenAPI document at " + file, e);
    }
  }

  /// A document at hand.
  public static Contract of(JsonNode document) {
    return new Contract(document);
  }

  /// Fails unless the operation declares this status, and this body for it. `path` is a template
  /// (parameter names do not matter) or the path of a real request; an empty body is null or "".
  public void check(String method, String path, int status, String body) {
    List<String> problems = problems(method, path, status, body);
    if (!problems.isEmpty()) {
      throw new AssertionError(
          "%s %s answered %d against the contract:%n  %s%nbody: %s"
              .formatted(method, path, status, String.join("\n  ", problems), shortened(body)));
    }
  }

  /// The same for an answer of the JDK's HTTP client.
  public void check(HttpResponse<String> answer) {
    check(
        answer.request().method(),
        answer.request().uri().getPath(),
        answer.statusCode(),
        answer.body());
  }

  /// A RestAssured filter that checks every answer passing through it.
  public Filter filter() {
    return (request, response, context) -> {
      var answer = context.next(request, response);
      String path = java.net.URI.create(request.getURI()).getPath();
      check(request.getMethod(), path, answer.statusCode(), answer.asString());
      return answer;
    };
  }

  /// What is wrong with an answer, in sentences; empty when it keeps the contract.
  public List<String> problems(String method, String path, int status, String body) {
    JsonNode operation = operations.find(method, path);
    if (operation == null) {
      return List.of("the contract has no such operation");
    }
    JsonNode answer = schemas.resolve(operation.path("responses").path(String.valueOf(status)));
    if (answer.isMissingNode()) {
      List<String> declared = new ArrayList<>();
      operation.path("responses").fieldNames().forEachRemaining(declared::add);
      return List.of("status is not declared; declared are " + declared);
    }
    boolean empty = body == null || body.isEmpty();
    JsonNode media = answer.path("content").path("application/json");
    if (media.isMissingNode() || method.equals("HEAD")) {
      boolean surplus = !empty && answer.path("content").isEmpty() && status == 204;
      return surplus ? List.of("a 204 carries no body") : List.of();
    }
    return empty ? List.of("the body is missing") : bodyProblems(media.path("schema"), body);
  }

  private List<String> bodyProblems(JsonNode schema, String body) {
    try {
      return schemas.check(schema, JSON.readTree(body));
    } catch (IOException e) {
      return List.of("the body is not JSON: " + e.getMessage());
    }
  }

  private static String shortened(String body) {
    return body == null || body.length() <= 2000 ? body : body.substring(0, 2000) + "…";
  }

  private static Path projectRoot(Path from) {
    for (Path at = from; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("mvnw"))) {
        return at;
      }
    }
    throw new IllegalStateException("no project root (a folder with mvnw) above " + from);
  }
}
