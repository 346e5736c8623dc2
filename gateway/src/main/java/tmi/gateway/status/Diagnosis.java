package tmi.gateway.status;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tmi.gateway.status.ComponentHealth.State;
import tmi.gateway.status.Sighting.Ping;

/// What the sightings of all services amount to.
record Diagnosis(ApiInfo.Code code, ApiInfo.Health health) {
  private static final long LONGEST = 10_000;

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
      String name, List<Sighting> sightings, Function<Sighting, Optional<Ping>> view) {
    List<Sighting> users = sightings.stream().filter(s -> view.apply(s).isPresent()).toList();
    if (users.isEmpty()) {
      return new ComponentHealth(State.unknown, null, "No service told about " + name);
    }
    String troubled =
        users.stream()
            .filter(s -> !view.apply(s).map(Ping::answered).orElse(false))
            .map(s -> s.service().name().toLowerCase(Locale.ROOT) + "-service")
            .collect(Collectors.joining(", "));
    if (!troubled.isEmpty()) {
      return new ComponentHealth(
          State.unhealthy, null, "%s ping failed (%s)".formatted(name, troubled));
    }
    Long latency =
        users.stream()
            .map(s -> view.apply(s).map(Ping::latencyMs).orElse(null))
            .filter(Objects::nonNull)
            .max(Long::compare)
            .map(slowest -> Math.min(slowest, LONGEST))
            .orElse(null);
    return new ComponentHealth(State.healthy, latency, name + " is responsive");
  }
}
