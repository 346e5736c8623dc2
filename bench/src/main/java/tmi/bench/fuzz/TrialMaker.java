package tmi.bench.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tmi.bench.wire.Guest;
import tmi.bench.wire.Header;
import tmi.bench.wire.Request;

/// Makes one request for an operation: path, query, who asks, headers and body, each ordinary or
/// hostile.
final class TrialMaker {
  private static final List<Double> HOSTILITY = List.of(0.0, 0.0, 0.0, 0.02, 0.05, 0.15);
  private final ApiDocument document;
  private final Place place;
  private final Dice dice;
  private final Words words;

  TrialMaker(ApiDocument document, Place place, Dice dice) {
    this.document = document;
    this.place = place;
    this.dice = dice;
    this.words = new Words(place, dice);
  }

  Trial trial(Operation operation) {
    boolean ordinaryPath = dice.chance(0.85);
    boolean ordinaryMethod = dice.chance(0.97);
    String path = ordinaryPath ? path(operation, 0) : path(operation, 0.5);
    String method = ordinaryMethod ? operation.method() : dice.of(Hostile.METHODS);
    Request request = new Request(method, path + query(operation), headers(operation), null);
    request = withBody(operation, request);
    return new Trial(operation, withOddHeaders(request), ordinaryPath && ordinaryMethod);
  }

  private String path(Operation operation, double hostility) {
    StringBuilder path = new StringBuilder();
    for (String segment : operation.template().substring(1).split("/", -1)) {
      boolean parameter = segment.startsWith("{");
      String name = parameter ? segment.substring(1, segment.length() - 1) : segment;
      boolean live = name.equals("diagram_id") && operation.template().endsWith("/collaborate");
      String ordinary = parameter ? words.living(live ? "live" : name) : segment;
      double odds = parameter ? hostility : hostility / 10;
      path.append('/').append(dice.chance(odds) ? dice.of(Hostile.SEGMENTS) : ordinary);
    }
    return path.toString();
  }

  private String query(Operation operation) {
    List<String> parts = new ArrayList<>();
    for (JsonNode declared : operation.declared().path("parameters")) {
      JsonNode parameter = document.resolve(declared);
      boolean required = parameter.path("required").asBoolean() && dice.chance(0.9);
      if (parameter.path("in").asText().equals("query") && (required || dice.chance(0.25))) {
        parts.add(parameter(parameter));
      }
    }
    if (dice.chance(0.03)) {
      parts.add(dice.of(Hostile.QUERY) + "=" + dice.of(Hostile.QUERY));
    }
    if (dice.chance(0.03) && !parts.isEmpty()) {
      parts.add(parts.getFirst());
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private String parameter(JsonNode parameter) {
    String name = parameter.get("name").asText();
    if (dice.chance(0.3)) {
      return name + "=" + dice.of(Hostile.QUERY);
    }
    String value = new SchemaText(document, words, dice, 0).of(parameter.path("schema"));
    String bare = value.replaceAll("[\"\\[\\]]", "");
    String living = name.endsWith("_id") ? words.living(name) : bare;
    return name + "=" + java.net.URLEncoder.encode(living, StandardCharsets.UTF_8);
  }

  private List<Header> headers(Operation operation) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Accept", "application/json"));
    Guest who = who(operation);
    if (who != null) {
      boolean cookie = dice.chance(0.05);
      headers.add(
          cookie
              ? new Header("Cookie", "tmi_access_token=" + who.token())
              : new Header("Authorization", "Bearer " + who.token()));
    }
    if (dice.chance(0.05)) {
      headers.add(new Header("If-Match", "\"" + dice.below(4) + "\""));
    }
    return headers;
  }

  private Guest who(Operation operation) {
    if (operation.template().equals("/me/logout")) {
      return place.passing();
    }
    if (operation.isPublic() ? dice.chance(0.8) : dice.chance(0.03)) {
      return null;
    }
    if (operation.isForAdministrators() && dice.chance(0.85)) {
      return place.admin();
    }
    int share = dice.below(20);
    return share < 14
        ? place.owner()
        : share < 16 ? place.writer() : share < 18 ? place.reader() : place.stranger();
  }

  private Request withBody(Operation operation, Request bare) {
    JsonNode content = operation.declared().path("requestBody").path("content");
    if (content.isEmpty() && !dice.chance(0.05)) {
      return bare;
    }
    List<String> types = new ArrayList<>();
    content.fieldNames().forEachRemaining(types::add);
    String type = types.isEmpty() ? "application/json" : dice.of(types);
    String text = dice.chance(0.06) ? dice.of(Hostile.BODIES) : body(type, content);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Request full =
        new Request(bare.method(), bare.target(), bare.headers(), bytes).with("Content-Type", type);
    return dice.chance(0.05) ? full.chunked(1 + dice.below(500)) : full;
  }

  private String body(String type, JsonNode content) {
    JsonNode schema = content.path(type).path("schema");
    if (type.startsWith("application/json-patch")) {
      return new PatchText(dice).document();
    }
    if (type.startsWith("application/x-www-form")) {
      return form(document.resolve(schema));
    }
    return new SchemaText(document, words, dice, dice.of(HOSTILITY)).of(schema);
  }

  private String form(JsonNode schema) {
    List<String> members = new ArrayList<>();
    schema
        .path("properties")
        .fieldNames()
        .forEachRemaining(name -> {
          if (dice.chance(0.8)) {
            String value = words.fitting(name, schema.path("properties").path(name));
            members.add(name + "=" + (dice.chance(0.2) ? dice.of(Hostile.QUERY) : value));
          }
        });
    return String.join("&", members);
  }

  /// Puts a hostile value in the place of a header or beside it.
  private Request withOddHeaders(Request request) {
    if (!dice.chance(0.12)) {
      return request;
    }
    String name = dice.of(Hostile.HEADER_NAMES);
    List<Header> others = new ArrayList<>(request.headers());
    if (dice.chance(0.7)) {
      others.removeIf(header -> header.name().equals(name));
    }
    others.add(new Header(name, dice.of(Hostile.HEADERS)));
    return new Request(request.method(), request.target(), List.copyOf(others), request.body());
  }
}
