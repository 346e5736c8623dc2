package tmi.kernel.text;

import java.util.Optional;

/// Characters that no text may hold, by whatever way it came: JSON, form, query or socket
/// (rest-behaviour section 4.1).
public final class UnicodeRules {
  private static final int MAX_MARKS = 2;

  private UnicodeRules() {}

  /// The first fault of a text, as a phrase that completes "text must not contain …"; empty when
  /// the text is fine. Cost is linear in the length of the text.
  public static Optional<String> fault(CharSequence text) {
    int marks = 0;
    int base = -1;
    int before = -1;
    for (int i = 0; i < text.length(); ) {
      int point = Character.codePointAt(text, i);
      int width = Character.charCount(point);
      int after = i + width < text.length() ? Character.codePointAt(text, i + width) : -1;
      String fault = faultOf(point, base, before, after);
      if (fault != null) {
        return Optional.of(fault);
      }
      if (isMark(point)) {
        marks++;
      } else if (!Joiners.is(point)) { // which does not begin a new row of marks
        marks = 0;
        base = point;
      }
      if (marks > MAX_MARKS) {
        return Optional.of("three or more combining marks in a row");
      }
      before = point;
      i += width;
    }
    return Optional.empty();
  }

  private static String faultOf(int point, int base, int before, int after) {
    if (point >= ' ' && point < 0x7F) {
      return null;
    }
    if (isHidden(point) || (Joiners.is(point) && !Joiners.belongs(point, base, before, after))) {
      return "zero-width characters";
    }
    if ((point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069)) {
      return "text-direction characters";
    }
    if (point == 0x3164 || point == 0xFFA0) {
      return "Hangul filler characters";
    }
    if (isFullWidthStructure(point)) {
      return "full-width structural characters";
    }
    if (Character.getType(point) == Character.SURROGATE) {
      return "half a surrogate pair";
    }
    return isControl(point) ? "control characters" : null;
  }

  /// The marks of direction U+200E and U+200F are among them: no word needs one to be written, and
  /// they move what stands beside them.
  private static boolean isHidden(int point) {
    return point == 0x200B || point == 0xFEFF || point == 0x200E || point == 0x200F;
  }

  private static boolean isFullWidthStructure(int point) {
    return switch (point) {
      case 0xFF02, 0xFF07, 0xFF0C, 0xFF1A, 0xFF1C, 0xFF1E, 0xFF3B, 0xFF3D, 0xFF5B, 0xFF5D -> true;
      default -> false;
    };
  }

  private static boolean isControl(int point) {
    return Character.getType(point) == Character.CONTROL
        && point != '\n'
        && point != '\r'
        && point != '\t';
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }
}
