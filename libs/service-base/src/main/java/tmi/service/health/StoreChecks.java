package tmi.service.health;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import tmi.service.caller.VerificationProbe;
import tmi.service.revocation.RevocationWatch;
import tmi.service.statement.ReservedConnections;

/// The checks `database`, `redis`, `schema`, `revocation` and `verification`.
@ApplicationScoped
class StoreChecks {
  /// Whoever asks waits three seconds in all; a store that hangs must not use them up.
  private static final Duration LIMIT = Duration.ofSeconds(1);

  @Produces
  @Readiness
  @ApplicationScoped
  AsyncHealthCheck database(ReservedConnections connections) {
    return () ->
        timed(
            HealthCheckResponse.named("database"),
            connections.pool().query("select 1").execute().replaceWithVoid(),
            false);
  }

  /// Redis may vanish (promise 4), so its absence is told in the data and the check stays up.
  @Produces
  @Readiness
  @ApplicationScoped
  AsyncHealthCheck redis(ReactiveRedisDataSource redis) {
    return () ->
        timed(HealthCheckResponse.named("redis"), redis.execute("PING").replaceWithVoid(), true);
  }

  @Produces
  @Readiness
  @ApplicationScoped
  AsyncHealthCheck schema(SchemaVersions versions) {
    return () ->
        versions
            .missing()
            .ifNoItem()
            .after(LIMIT)
            .fail()
            .map(missing ->
                HealthCheckResponse.named("schema")
                    .status(missing.isEmpty())
                    .withData("missing", missing.isEmpty() ? "nothing" : missing)
                    .build())
            .onFailure()
            .recoverWithItem(failure ->
                HealthCheckResponse.named("schema")
                    .down()
                    .withData("reason", "it could not be read: " + StoreFault.reason(failure))
                    .build());
  }

  @Produces
  @Readiness
  @ApplicationScoped
  AsyncHealthCheck revocation(RevocationWatch watch) {
    return () ->
        Uni.createFrom()
            .item(() -> HealthCheckResponse.named("revocation").status(watch.isFresh()).build());
  }

  /// On a worker: the first look makes and checks a signature.
  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck verification(VerificationProbe probe) {
    return () -> HealthCheckResponse.named("verification").status(probe.holds()).build();
  }

  private static Uni<HealthCheckResponse> timed(
      HealthCheckResponseBuilder check, Uni<Void> ping, boolean upAnyway) {
    long start = System.nanoTime();
    return ping.ifNoItem()
        .after(LIMIT)
        .fail()
        .map(done ->
            check
                .up()
                .withData("status", "healthy")
                .withData("latency_ms", (System.nanoTime() - start) / 1_000_000)
                .build())
        .onFailure()
        .recoverWithItem(failure ->
            check
                .status(upAnyway)
                .withData("status", "unhealthy")
                .withData("reason", StoreFault.reason(failure))
                .build());
  }
}
