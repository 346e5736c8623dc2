package tmi.gateway.status;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tmi.gateway.status.ComponentHealth.State;

/// What the sightings of all services amount to.
record Diagnosis(ApiInfo.Code code, ApiInfo.Health health) {

  static Diagnosis of(List<Sighting> sightings) {
    ComponentHealth database = store("Database", sightings, Sighting::database);
    ComponentHealth redis = store("Redis", sightings, Sighting::redis);
    boolean silent = sightings.stream().noneMatch(Sighting::answered);
    boolean well =
        sightings.stream().allMatch(Sighting::ready)
            && database.status() != State.unhealthy
            && redis.status() != State.unhealthy;
    if (well) {
      return new Diagnosis(ApiInfo.Code.ok, null);
    }
    ApiInfo.Code code = silent ? ApiInfo.Code.error : ApiInfo.Code.degraded;
    return new Diagnosis(code, new ApiInfo.Health(database, redis));
  }

  /// One service that cannot use a store is enough to call the store unhealthy.
  private static ComponentHealth store(
      String name, List<Sighting> sightings, Function<Sighting, Optional<Boolean>> view) {
    List<Sighting> users = sightings.stream().filter(s -> view.apply(s).isPresent()).toList();
    if (users.isEmpty()) {
      return new ComponentHealth(State.unknown, null, "No service told about the " + name);
    }
    long latency = users.stream().mapToLong(Sighting::latencyMs).min().orElse(0);
    List<String> troubled =
        users.stream()
            .filter(s -> !view.apply(s).orElse(true))
            .map(s -> s.service().name().toLowerCase(java.util.Locale.ROOT) + "-service")
            .toList();
    return troubled.isEmpty()
        ? new ComponentHealth(State.healthy, latency, name + " is responsive")
        : new ComponentHealth(
            State.unhealthy,
            latency,
            "%s ping failed (%s)".formatted(name, String.join(", ", troubled)));
  }
}
