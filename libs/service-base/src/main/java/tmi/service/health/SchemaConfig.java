package tmi.service.health;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/// What a service needs of the database before it serves.
@ConfigMapping(prefix = "tmi.service.schema")
public interface SchemaConfig {
  /// Lowest version of each schema's migration history. Services never migrate; they wait.
  Map<String, Integer> requires();
}
