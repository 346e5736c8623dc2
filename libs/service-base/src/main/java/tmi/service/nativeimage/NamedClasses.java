package tmi.service.nativeimage;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// Classes that nothing names but a text inside a library: Quarkus finds the naming strategy of
/// `quarkus.jackson.property-naming-strategy` so, Caffeine the cache and the node that fit the
/// settings of [tmi.service.caller.TokenVerifier] (greatest size, expiry after writing; others are
/// other classes), the JSON Patch library its wrapper of Jackson's nodes.
@RegisterForReflection(
    targets = SnakeCaseStrategy.class,
    classNames = {
      "com.github.benmanes.caffeine.cache.SSMSW",
      "com.github.benmanes.caffeine.cache.PSWMS",
      "com.flipkart.zjsonpatch.mapping.jackson2.Jackson2NodeWrapper",
      "com.flipkart.zjsonpatch.mapping.jackson2.Jackson2ArrayNodeWrapper",
      "com.flipkart.zjsonpatch.mapping.jackson2.Jackson2ObjectNodeWrapper"
    })
final class NamedClasses {
  private NamedClasses() {}
}
