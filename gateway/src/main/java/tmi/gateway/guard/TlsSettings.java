package tmi.gateway.guard;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/// Turns the three TLS settings of the manual, by either of their names, into those of the guard:
/// with `TLS_ENABLED` the one port for outsiders speaks TLS and none listens without it.
public final class TlsSettings implements ConfigSourceFactory {
  private static final int ABOVE_YAML = 260;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    if (!"true".equalsIgnoreCase(value(context, "TLS_ENABLED", "TMI_SERVER_TLS_ENABLED"))) {
      return List.of();
    }
    Map<String, String> settings = new HashMap<>();
    settings.put("tmi.gateway.guard.tls", "true");
    String certificate = value(context, "TLS_CERT_FILE", "TMI_SERVER_TLS_CERT_FILE");
    put(settings, "tmi.gateway.guard.tls-cert-file", certificate);
    String key = value(context, "TLS_KEY_FILE", "TMI_SERVER_TLS_KEY_FILE");
    put(settings, "tmi.gateway.guard.tls-key-file", key);
    return List.of(new PropertiesConfigSource(settings, "tls settings", ABOVE_YAML));
  }

  @Override
  public OptionalInt getPriority() {
    return OptionalInt.of(ABOVE_YAML);
  }

  private static void put(Map<String, String> settings, String name, String value) {
    if (value != null) {
      settings.put(name, value);
    }
  }

  private static String value(ConfigSourceContext context, String... names) {
    for (String name : names) {
      ConfigValue found = context.getValue(name);
      if (found != null && found.getValue() != null && !found.getValue().isBlank()) {
        return found.getValue();
      }
    }
    return null;
  }
}
