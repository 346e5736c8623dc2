package tmi.kernel.text;

import java.util.Optional;

/// Characters that no JSON text may hold (rest-behaviour section 4.1).
public final class UnicodeRules {
  private static final int MAX_MARKS = 2;

  private UnicodeRules() {}

  /// The first fault of a text, as a phrase that completes "text must not contain …"; empty when
  /// the text is fine.
  public static Optional<String> fault(CharSequence text) {
    int marks = 0;
    int before = -1;
    for (int i = 0; i < text.length(); ) {
      int point = Character.codePointAt(text, i);
      int width = Character.charCount(point);
      int after = i + width < text.length() ? Character.codePointAt(text, i + width) : -1;
      Optional<String> fault = faultOf(point, before, after);
      if (fault.isPresent()) {
        return fault;
      }
      marks = isMark(point) ? marks + 1 : 0;
      if (marks > MAX_MARKS) {
        return Optional.of("three or more combining marks in a row");
      }
      before = point;
      i += width;
    }
    return Optional.empty();
  }

  private static Optional<String> faultOf(int point, int before, int after) {
    if (isZeroWidth(point, before, after)) {
      return Optional.of("zero-width characters");
    }
    if ((point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069)) {
      return Optional.of("text-direction characters");
    }
    if (point == 0x3164 || point == 0xFFA0) {
      return Optional.of("Hangul filler characters");
    }
    if (isFullWidthStructure(point)) {
      return Optional.of("full-width structural characters");
    }
    if (Character.getType(point) == Character.CONTROL
        && point != '\n'
        && point != '\r'
        && point != '\t') {
      return Optional.of("control characters");
    }
    return Optional.empty();
  }

  private static boolean isZeroWidth(int point, int before, int after) {
    return switch (point) {
      case 0x200B, 0xFEFF, 0x200E, 0x200F -> true;
      case 0x200C -> !(isIndic(before) && isIndic(after));
      case 0x200D -> !(isEmoji(before) || isEmoji(after));
      default -> false;
    };
  }

  private static boolean isFullWidthStructure(int point) {
    return switch (point) {
      case 0xFF02, 0xFF07, 0xFF0C, 0xFF1A, 0xFF1C, 0xFF1E, 0xFF3B, 0xFF3D, 0xFF5B, 0xFF5D -> true;
      default -> false;
    };
  }

  private static boolean isIndic(int point) {
    return point >= 0x0900 && point <= 0x0DFF;
  }

  private static boolean isEmoji(int point) {
    return point >= 0 && (Character.isEmoji(point) || point == 0xFE0F) && point > 0xFF;
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }
}
