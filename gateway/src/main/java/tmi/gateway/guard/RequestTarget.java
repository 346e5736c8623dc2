package tmi.gateway.guard;

/// The address of a request as it stands in its first line (RFC 3986).
public final class RequestTarget {
  private static final String PLAIN = "-._~:/?#[]@!$&'()*+,;=%";
  private static final String HEX = "0123456789ABCDEF";

  private RequestTarget() {}

  /// Every percent sign begins an escape of two hexadecimal digits.
  public static boolean isReadable(String target) {
    for (int at = target.indexOf('%'); at >= 0; at = target.indexOf('%', at + 1)) {
      if (!isHex(target, at + 1) || !isHex(target, at + 2)) {
        return false;
      }
    }
    return true;
  }

  /// The same address with everything escaped that must be: browsers send braces and the like as
  /// they are, and no server behind needs to take them. A character stands for the byte that came.
  public static String escaped(String target) {
    int at = 0;
    while (at < target.length() && isPlain(target.charAt(at))) {
      at++;
    }
    if (at == target.length()) {
      return target;
    }
    StringBuilder escaped = new StringBuilder(target.length() + 16).append(target, 0, at);
    for (; at < target.length(); at++) {
      char c = target.charAt(at);
      if (isPlain(c)) {
        escaped.append(c);
      } else {
        escaped.append('%').append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
      }
    }
    return escaped.toString();
  }

  private static boolean isPlain(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
  }

  private static boolean isHex(String target, int at) {
    return at < target.length()
        && target.charAt(at) < 128
        && Character.digit(target.charAt(at), 16) >= 0;
  }
}
