package tmi.auth.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// Addresses to send a browser to.
final class Redirect {
  private Redirect() {}

  /// The address with these members added to its query.
  static String to(String address, Map<String, String> members) {
    String query =
        members.entrySet().stream()
            .map(member -> member.getKey() + "=" + encode(member.getValue()))
            .collect(Collectors.joining("&"));
    return address + (address.contains("?") ? "&" : "?") + query;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
