package tmi.bench.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import tmi.bench.wire.Door;
import tmi.bench.wire.Guest;

/// Living objects, so that requests get past the door: a threat model that three people share, with
/// diagrams, a threat, metadata, a live session and a subscription.
///
/// @param passing somebody whose sign-in may be ended by a request
/// @param ids by the name of the path parameter or field that they belong to
public record Place(
    Guest owner,
    Guest writer,
    Guest reader,
    Guest stranger,
    Guest admin,
    Guest passing,
    Map<String, List<String>> ids) {
  private static final String NOWHERE = "00000000-0000-4000-8000-0000000000ff";
  private static final String CELL =
      """
      {"id":"%s","shape":"process","position":{"x":10,"y":20},"size":{"width":140,"height":60},\
      "attrs":{"body":{"fill":"#FFFFFF"},"text":{"text":"Step"}},"data":{"_metadata":[]}}\
      """;

  /// A new one; its people are told apart by `name`.
  public static Place make(Door door, String name) {
    return new Building(door, name).place();
  }

  private record Building(Door door, String name) {

    Place place() {
      Guest owner = person("own");
      Guest writer = person("wri");
      Guest reader = person("rea");
      Guest admin = Guest.signIn(door, "ada");
      String cell = "5f0c2a4e-6d0f-4c5a-9c38-2f9be9a0c0de";
      String model = id(post(owner, "/threat_models", model()));
      String path = "/threat_models/" + model;
      String diagram = id(post(owner, path + "/diagrams", diagram("Flows")));
      String live = id(post(owner, path + "/diagrams", diagram("Live")));
      String cells = "{\"name\":\"Flows\",\"type\":\"DFD-1.0.0\",\"cells\":[" + CELL + "]}";
      ask(owner, "PUT", path + "/diagrams/" + diagram, cells.formatted(cell)).must(200);
      String threat =
          "{\"name\":\"T\",\"threat_type\":[\"Spoofing\"],\"diagram_id\":\"%s\",\"cell_id\":\"%s\"}";
      String first = id(post(owner, path + "/threats", threat.formatted(diagram, cell)));
      String second = id(post(owner, path + "/threats", threat.formatted(diagram, cell)));
      List.of("", "/diagrams/" + diagram, "/threats/" + first)
          .forEach(of -> post(owner, path + of + "/metadata", "{\"key\":\"k\",\"value\":\"v\"}"));
      JsonNode session = post(owner, path + "/diagrams/" + live + "/collaborate", "{}");
      String subscription = subscription(admin);
      return new Place(
          owner,
          writer,
          reader,
          person("str"),
          admin,
          person("pas"),
          Map.of(
              "threat_model_id", List.of(model),
              "diagram_id", List.of(diagram, diagram, diagram, live),
              "live", List.of(live),
              "threat_id", List.of(first, second),
              "cell_id", List.of(cell),
              "key", List.of("k"),
              "session_id", List.of(session.get("session_id").asText()),
              "webhook_id", List.of(subscription),
              "delivery_id", List.of(delivery(admin, subscription))));
    }

    private Guest person(String role) {
      return Guest.signIn(door, "fz-" + role + "-" + name);
    }

    private JsonNode post(Guest who, String path, String body) {
      return ask(who, "POST", path, body).must(201);
    }

    private tmi.bench.wire.Answer ask(Guest who, String method, String path, String body) {
      return door.ask(who.asks(method, path).json(body));
    }

    private String model() {
      String grant =
          "{\"principal_type\":\"user\",\"provider\":\"tmi\",\"provider_id\":\"fz-%s-%s\",\"role\":\"%s\"}";
      return "{\"name\":\"Fuzzed\",\"description\":\"d\",\"authorization\":["
          + grant.formatted("wri", name, "writer")
          + ","
          + grant.formatted("rea", name, "reader")
          + "]}";
    }

    private static String diagram(String name) {
      return "{\"name\":\"" + name + "\",\"type\":\"DFD-1.0.0\"}";
    }

    /// One for all, since a person may have ten. Nobody listens there; a delivery exists as soon as
    /// a test is asked for.
    private String subscription(Guest admin) {
      String path = "/admin/webhooks/subscriptions";
      JsonNode there = door.ask(admin.asks("GET", path)).must(200).findPath("id");
      String wanted =
          "{\"name\":\"Fuzzed\",\"url\":\"http://127.0.0.1:1025/\",\"events\":[\"threat.deleted\"]}";
      JsonNode id =
          there.isMissingNode() ? ask(admin, "POST", path, wanted).json().path("id") : there;
      return id.asText(NOWHERE);
    }

    private String delivery(Guest admin, String subscription) {
      String path = "/admin/webhooks/subscriptions/" + subscription + "/test";
      return ask(admin, "POST", path, "{}").json().path("delivery_id").asText(NOWHERE);
    }

    private static String id(JsonNode made) {
      return made.get("id").asText();
    }
  }

  /// Living ids of that kind; empty when there is none.
  public List<String> of(String name) {
    return ids.getOrDefault(name, List.of());
  }
}
