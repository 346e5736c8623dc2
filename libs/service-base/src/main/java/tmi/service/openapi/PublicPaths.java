package tmi.service.openapi;

import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/// The paths that need no token, as the request filter knows them; a trailing `*` covers what is
/// below, and `{…}` any one segment.
record PublicPaths(List<String> patterns) {

  static PublicPaths configured() {
    return new PublicPaths(
        ConfigProvider.getConfig()
            .getOptionalValues("tmi.service.filter.public-paths", String.class)
            .orElse(List.of()));
  }

  boolean contains(String path) {
    return patterns.stream().anyMatch(pattern -> matches(pattern.strip(), path));
  }

  private static boolean matches(String pattern, String path) {
    if (pattern.endsWith("*")) {
      return path.startsWith(pattern.substring(0, pattern.length() - 1));
    }
    return withoutNames(pattern).equals(withoutNames(path));
  }

  private static String withoutNames(String path) {
    return path.replaceAll("\\{[^}]*}", "{}");
  }
}
