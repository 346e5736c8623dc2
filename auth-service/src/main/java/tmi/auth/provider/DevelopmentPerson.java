package tmi.auth.provider;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tmi.auth.user.ProvedIdentity;

/// The people of the built-in provider: whoever the hint names, or somebody new.
final class DevelopmentPerson {
  private DevelopmentPerson() {}

  static ProvedIdentity named(LoginHint hint) {
    return person(hint.text(), capitalised(hint.text()) + " (TMI User)");
  }

  /// @param digits eight digits that make the person new
  static ProvedIdentity unnamed(String digits) {
    return person("testuser-" + digits, "Test User " + digits);
  }

  private static ProvedIdentity person(String id, String name) {
    return new ProvedIdentity(BuiltInProvider.ID, id, id + "@tmi.local", false, name, List.of());
  }

  private static String capitalised(String hint) {
    return Arrays.stream(hint.split("[^a-z0-9]+"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining(" "));
  }
}
