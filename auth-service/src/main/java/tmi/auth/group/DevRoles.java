package tmi.auth.group;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tmi.kernel.identity.BuiltInGroup;

/// Which development user gets which built-in group.
record DevRoles(Map<String, Set<BuiltInGroup>> byHint) {

  /// Reads `HINT:admin,reviewer;HINT:reviewer`.
  static DevRoles parse(String text) {
    Map<String, Set<BuiltInGroup>> byHint = new HashMap<>();
    for (String entry : text.split(";")) {
      if (!entry.isBlank()) {
        read(entry.strip(), byHint);
      }
    }
    return new DevRoles(Map.copyOf(byHint));
  }

  Set<BuiltInGroup> of(String hint) {
    return byHint.getOrDefault(hint, Set.of());
  }

  private static void read(String entry, Map<String, Set<BuiltInGroup>> byHint) {
    int colon = entry.indexOf(':');
    if (colon < 1) {
      throw wrong(entry);
    }
    Set<BuiltInGroup> groups = EnumSet.noneOf(BuiltInGroup.class);
    for (String role : entry.substring(colon + 1).split(",", -1)) {
      groups.add(group(role.strip(), entry));
    }
    byHint.put(entry.substring(0, colon).strip().toLowerCase(Locale.ROOT), groups);
  }

  private static BuiltInGroup group(String role, String entry) {
    return switch (role) {
      case "admin" -> BuiltInGroup.ADMINISTRATORS;
      case "reviewer" -> BuiltInGroup.SECURITY_REVIEWERS;
      default -> throw wrong(entry);
    };
  }

  private static IllegalStateException wrong(String entry) {
    return new IllegalStateException(
        "TMI_DEV_ROLES holds \"" + entry + "\": write HINT:admin,reviewer;HINT:reviewer");
  }
}
