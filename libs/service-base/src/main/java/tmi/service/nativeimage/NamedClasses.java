package tmi.service.nativeimage;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// Classes that nothing names but a text inside a library: Quarkus finds the naming strategy of
/// `quarkus.jackson.property-naming-strategy` so, Caffeine the cache and the node that fit the
/// settings of [tmi.service.caller.TokenVerifier] (greatest size, expiry after writing; others are
/// other classes).
@RegisterForReflection(
    targets = SnakeCaseStrategy.class,
    classNames = {
      "com.github.benmanes.caffeine.cache.SSMSW",
      "com.github.benmanes.caffeine.cache.PSWMS"
    })
final class NamedClasses {
  private NamedClasses() {}
}
