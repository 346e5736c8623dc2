package tmi.gateway.web;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// Where the built web application lies.
@ConfigMapping(prefix = "tmi.gateway.web")
public interface WebConfig {
  /// Folder with `index.html` and `assets/` (`TMI_WEB_ROOT`).
  Optional<String> root();
}
