package tmi.service.filter;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tmi.kernel.problem.Problem;

/// What an address may look like as it was sent, before anybody decodes it: libraries below answer
/// one that they cannot read without our shape.
final class AddressRules {
  /// Longest address in characters; the server's own limit is higher, so that this one answers.
  static final int MAX_LENGTH = 16_000;

  private static final String NOT_IN_PATHS = "\"<>\\^`{|}";

  private AddressRules() {}

  /// 414 `uri_too_long`, or 400 `invalid_input`.
  ///
  /// @param path as it was sent; null when the request names no path
  /// @param query as it was sent; null for none
  static void check(int length, String path, String query) {
    if (length > MAX_LENGTH) {
      throw new Problem(
          414, "uri_too_long", "The address may have at most " + MAX_LENGTH + " characters");
    }
    if (path == null
        || !path.startsWith("/")
        || path.chars().anyMatch(c -> NOT_IN_PATHS.indexOf(c) >= 0)) {
      throw unreadable("path");
    }
    decode("path", path);
    if (query != null) {
      decode("query", query);
    }
  }

  /// The text that a part of an address means; [Problem] 400 when it is not percent-encoded UTF-8.
  static String decode(String part, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c > '~') {
        throw unreadable(part);
      }
      if (c == '%') {
        bytes.write(hexByte(part, text, i + 1));
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    try {
      ByteBuffer all = ByteBuffer.wrap(bytes.toByteArray());
      return StandardCharsets.UTF_8.newDecoder().decode(all).toString();
    } catch (CharacterCodingException e) {
      throw unreadable(part);
    }
  }

  private static int hexByte(String part, String text, int from) {
    int high = from + 1 < text.length() ? Character.digit(text.charAt(from), 16) : -1;
    int low = high < 0 ? -1 : Character.digit(text.charAt(from + 1), 16);
    if (low < 0) {
      throw unreadable(part);
    }
    return high * 16 + low;
  }

  private static Problem unreadable(String part) {
    return Problem.invalidInput("The " + part + " of the address is not percent-encoded UTF-8");
  }
}
