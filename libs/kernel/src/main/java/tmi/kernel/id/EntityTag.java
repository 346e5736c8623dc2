package tmi.kernel.id;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import tmi.kernel.problem.Problem;

/// What a client's `If-Match` asks for (rest-behaviour section 12): nothing, any version, or
/// exactly one.
public sealed interface EntityTag {

  /// No header: the write happens; a lost race is retried on the server.
  record Absent() implements EntityTag {}

  /// `*`: whatever version is stored.
  record Any() implements EntityTag {}

  /// `5`, `"5"` or `W/"5"`.
  record Exactly(long version) implements EntityTag {}

  /// Tags may carry more than the version (`"5-9f3a"`, section "Requests" of the architecture);
  /// only the number before the first hyphen is compared.
  Pattern FORM = Pattern.compile("(?:W/)?(\"?)(\\d{1,18})(?:-[0-9A-Za-z]*)?\\1");

  /// Reads the header; 400 `invalid_if_match` when it is none of the forms.
  static EntityTag ifMatch(String header) {
    if (header == null || header.isBlank()) {
      return new Absent();
    }
    String text = header.strip();
    if (text.equals("*")) {
      return new Any();
    }
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new Problem(400, "invalid_if_match", "If-Match must be a version such as \"5\", or *");
    }
    return new Exactly(Long.parseLong(matcher.group(2)));
  }

  /// The `ETag` of a version.
  static String of(long version) {
    return "\"" + version + "\"";
  }

  /// The `ETag` of an answer that holds more than the object of that version: its children, or what
  /// goes by the caller's role. `If-Match` compares the version alone; a sum that changes with the
  /// rest stands behind it.
  static String of(long version, String rest) {
    CRC32 sum = new CRC32();
    sum.update(rest.getBytes(StandardCharsets.UTF_8));
    return "\"" + version + "-" + Long.toHexString(sum.getValue()) + "\"";
  }

  /// Throws 409 `version_mismatch` unless this tag accepts the stored version.
  default void requireMatch(long stored) {
    if (this instanceof Exactly(long version) && version != stored) {
      throw Problem.versionMismatch(version, stored);
    }
  }
}
