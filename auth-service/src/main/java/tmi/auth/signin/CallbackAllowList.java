package tmi.auth.signin;

import java.util.List;

/// Where people may be sent back to. An empty list lets nobody through.
record CallbackAllowList(List<CallbackPattern> patterns) {

  /// Reads the entries; one that cannot be read stops the start instead of being passed over.
  static CallbackAllowList of(List<String> entries) {
    return new CallbackAllowList(entries.stream().map(CallbackAllowList::pattern).toList());
  }

  boolean admits(String callback) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(callback));
  }

  private static CallbackPattern pattern(String entry) {
    return CallbackPattern.parse(entry.strip())
        .orElseThrow(() ->
            new IllegalStateException(
                "TMI_OAUTH_CLIENT_CALLBACK_ALLOWLIST holds \""
                    + entry
                    + "\": give an http(s) address, or one whose path ends in *, such as"
                    + " https://tmi.example.com/app/*"));
  }
}
