package tmi.service.start;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/// What kind of installation this is (`TMI_BUILD_MODE`).
@ConfigMapping(prefix = "tmi.service")
public interface BuildMode {
  /// `dev`, `test` or `production`; absent means production.
  @WithName("build-mode")
  @WithDefault("production")
  String mode();

  /// True unless development or test was declared.
  default boolean isProduction() {
    return !mode().equals("dev") && !mode().equals("test");
  }
}
