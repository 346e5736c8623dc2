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
/// @param database how it finds the database; empty when it does not say
/// @param redis the same of Redis
record Sighting(
    Destination service,
    boolean answered,
    boolean ready,
    Optional<Ping> database,
    Optional<Ping> redis) {

  /// One store as one service finds it.
  record Ping(boolean answered, Long latencyMs) {}

  static Sighting missing(Destination service) {
    return new Sighting(service, false, false, Optional.empty(), Optional.empty());
  }

  static Sighting of(Destination service, String readiness) {
    try {
      JsonObject answer = new JsonObject(readiness);
      JsonArray checks = answer.getJsonArray("checks", new JsonArray());
      return new Sighting(
          service,
          true,
          "UP".equals(answer.getString("status")),
          check(checks, "database"),
          check(checks, "redis"));
    } catch (DecodeException | ClassCastException e) {
      return missing(service);
    }
  }

  /// A check that is up may still say in its data that the store is not: services live without
  /// Redis.
  private static Optional<Ping> check(JsonArray checks, String name) {
    for (int i = 0; i < checks.size(); i++) {
      JsonObject check = checks.getJsonObject(i);
      if (name.equals(check.getString("name"))) {
        JsonObject data = check.getJsonObject("data", new JsonObject());
        boolean up = "UP".equals(check.getString("status"));
        boolean answered = up && !"unhealthy".equals(data.getString("status"));
        return Optional.of(new Ping(answered, data.getLong("latency_ms")));
      }
    }
    return Optional.empty();
  }
}
