package tmi.service.filter;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a body is by its `Content-Type`.
enum BodyKind {
  /// JSON and what is built on it, such as a JSON Patch.
  JSON,
  /// `application/x-www-form-urlencoded`.
  FORM,
  /// A type, but none that any operation reads.
  OTHER,
  /// Nothing that names a type: no header, a blank one, or one that is no media type.
  UNNAMED;

  private static final String TOKEN = "[a-z0-9!#$&^_.+-]+";

  /// Texts are checked as UTF-8. A charset with other bytes for plain letters would be read as
  /// another text than the one that was checked; old clients call their plain letters ISO-8859-1.
  private static final Pattern TYPE =
      Pattern.compile(
          "("
              + TOKEN
              + "/"
              + TOKEN
              + ")(\\s*;\\s*charset=\"?(utf-8|us-ascii|iso-8859-1)\"?|\\s*;\\s*(?!charset)"
              + TOKEN
              + "=("
              + TOKEN
              + "|\"[^\"\\\\]*\"))*\\s*;?\\s*");

  private static final Pattern JSON_TYPE = Pattern.compile("application/([a-z0-9.-]+\\+)?json");

  static BodyKind of(MultiMap headers) {
    String sent = headers.get("Content-Type");
    if (sent == null || sent.isBlank()) {
      return UNNAMED;
    }
    var type = TYPE.matcher(sent.strip().toLowerCase(Locale.ROOT));
    if (!type.matches()) {
      return sent.indexOf('/') < 0 ? UNNAMED : OTHER;
    }
    if (JSON_TYPE.matcher(type.group(1)).matches()) {
      return JSON;
    }
    return type.group(1).equals("application/x-www-form-urlencoded") ? FORM : OTHER;
  }
}
