package tmi.migration;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Names and texts inside SQL, where a parameter cannot stand.
final class Quoting {

  private Quoting() {}

  static String name(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  static String inUrl(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
