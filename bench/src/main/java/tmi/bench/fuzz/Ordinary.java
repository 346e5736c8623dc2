package tmi.bench.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tmi.bench.wire.Guest;
import tmi.bench.wire.Request;

/// One good request for each operation, with the ids of living objects: what its owner may ask, and
/// others must not.
public final class Ordinary {
  private static final long SEED = 7;
  private static final String PATCH =
      "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"Taken\"}]";
  private static final String THREAT = "\"name\":\"Taken\",\"threat_type\":[\"Spoofing\"]";
  private final ApiDocument document;
  private final Place place;

  public Ordinary(JsonNode document, Place place) {
    this.document = new ApiDocument(document);
    this.place = place;
  }

  /// All operations whose path begins so, asked by `who`.
  public List<Request> below(String template, Guest who) {
    return document.operations().stream()
        .filter(one -> one.template().startsWith(template))
        .map(one -> request(one, who))
        .toList();
  }

  private Request request(Operation operation, Guest who) {
    Dice dice = new Dice(SEED);
    Words words = new Words(place, dice);
    String path = operation.template();
    for (String name :
        List.of("threat_model_id", "threat_id", "key", "webhook_id", "delivery_id")) {
      path =
          path.replace("{" + name + "}", place.of(name).isEmpty() ? "" : place.of(name).getFirst());
    }
    boolean live = path.endsWith("/collaborate");
    path = path.replace("{diagram_id}", place.of(live ? "live" : "diagram_id").getFirst());
    boolean wantsIds = path.endsWith("/bulk") && operation.method().equals("DELETE");
    Request request =
        who.asks(
            operation.method(),
            wantsIds ? path + "?threat_ids=" + place.of("threat_id").getFirst() : path);
    JsonNode content = operation.declared().path("requestBody").path("content");
    if (content.isEmpty()) {
      return request;
    }
    String type = content.fieldNames().next();
    String text = text(operation, content.path(type), new SchemaText(document, words, dice, 0));
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new Request(request.method(), request.target(), request.headers(), body)
        .with("Content-Type", type);
  }

  /// What has rules beyond its schema is written out.
  private String text(Operation operation, JsonNode content, SchemaText texts) {
    String id = "\"id\":\"" + place.of("threat_id").getFirst() + "\",";
    return switch (operation.name().replace("/threat_models/{threat_model_id}", "")) {
      case "POST /threats", "PUT /threats/{threat_id}" -> "{" + THREAT + "}";
      case "POST /threats/bulk" -> "[{" + THREAT + "}]";
      case "PUT /threats/bulk" -> "[{" + id + THREAT + "}]";
      case "PATCH /threats/bulk" -> "{\"patches\":[{" + id + "\"operations\":" + PATCH + "}]}";
      case "PATCH ", "PATCH /threats/{threat_id}", "PATCH /diagrams/{diagram_id}" -> PATCH;
      default -> texts.of(content.path("schema"));
    };
  }
}
