package tmi.service.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tmi.kernel.problem.Problem;
import tmi.kernel.text.UnicodeRules;

/// A form body (`application/x-www-form-urlencoded`), held to the text rules of a JSON one: each
/// field once, and no character that hides or misleads.
public final class FormText {
  private FormText() {}

  /// The fields, decoded, in their order; [Problem] 400 `invalid_request` with the reason.
  public static Map<String, String> parse(String body) {
    Map<String, String> members = new LinkedHashMap<>();
    for (String pair : body.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        if (members.put(name, value) != null) {
          throw refusal("the field " + name + " stands twice");
        }
      }
    }
    return members;
  }

  private static String decode(String text) {
    try {
      String plain = URLDecoder.decode(text, StandardCharsets.UTF_8);
      UnicodeRules.fault(plain)
          .ifPresent(fault -> {
            throw refusal("a field holds " + fault);
          });
      return plain;
    } catch (IllegalArgumentException notEncoded) {
      throw refusal("it is not percent-encoded");
    }
  }

  private static Problem refusal(String reason) {
    return new Problem(400, "invalid_request", "The form cannot be taken: " + reason);
  }
}
