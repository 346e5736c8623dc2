package tmi.gateway.guard;

import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/// The guard's settings as an operator would give them.
final class GuardSettings {
  private GuardSettings() {}

  static GuardConfig with(String... namesAndValues) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given.put("tmi.gateway.guard." + namesAndValues[i], namesAndValues[i + 1]);
    }
    return new SmallRyeConfigBuilder()
        .withConverter(
            io.quarkus.runtime.configuration.MemorySize.class, 200, new MemorySizeConverter())
        .withConverter(
            java.time.Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
        .withMapping(GuardConfig.class)
        .withSources(new PropertiesConfigSource(given, "test", 500))
        .build()
        .getConfigMapping(GuardConfig.class);
  }
}
