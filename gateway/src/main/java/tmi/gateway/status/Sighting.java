package tmi.gateway.status;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import tmi.gateway.route.Destination;

/// What one service said about itself when asked whether it is ready.
///
/// @param answered it was reached and spoke sense
/// @param ready it takes requests
/// @param database what it says of the database; empty when it does not use it
/// @param redis the same of Redis
record Sighting(
    Destination service,
    boolean answered,
    boolean ready,
    long latencyMs,
    Optional<Boolean> database,
    Optional<Boolean> redis) {

  static Sighting missing(Destination service) {
    return new Sighting(service, false, false, 0, Optional.empty(), Optional.empty());
  }

  static Sighting of(Destination service, String readiness, long latencyMs) {
    try {
      JsonObject answer = new JsonObject(readiness);
      JsonArray checks = answer.getJsonArray("checks", new JsonArray());
      return new Sighting(
          service,
          true,
          "UP".equals(answer.getString("status")),
          latencyMs,
          check(checks, "database"),
          check(checks, "redis"));
    } catch (DecodeException | ClassCastException e) {
      return missing(service);
    }
  }

  /// A check that is up may still carry the store's own state in its data.
  private static Optional<Boolean> check(JsonArray checks, String name) {
    for (int i = 0; i < checks.size(); i++) {
      JsonObject check = checks.getJsonObject(i);
      if (name.equals(check.getString("name"))) {
        JsonObject data = check.getJsonObject("data", new JsonObject());
        boolean up = "UP".equals(check.getString("status"));
        return Optional.of(up && !"down".equalsIgnoreCase(data.getString("state", "up")));
      }
    }
    return Optional.empty();
  }
}
