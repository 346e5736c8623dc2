package tmi.kernel.text;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/// Where the two invisible joiners belong to the spelling: U+200C keeps letters of Persian and of
/// many Indic words apart, U+200D binds them and the parts of an emoji. Anywhere else they only
/// hide something.
final class Joiners {
  static final int NON_JOINER = 0x200C;
  static final int JOINER = 0x200D;

  /// Scripts whose letters change their shape with their neighbours.
  private static final Set<UnicodeScript> SHAPED =
      Set.of(
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC,
          UnicodeScript.MONGOLIAN,
          UnicodeScript.NKO,
          UnicodeScript.ADLAM,
          UnicodeScript.MANDAIC,
          UnicodeScript.PHAGS_PA,
          UnicodeScript.HANIFI_ROHINGYA,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.BENGALI,
          UnicodeScript.GURMUKHI,
          UnicodeScript.GUJARATI,
          UnicodeScript.ORIYA,
          UnicodeScript.TAMIL,
          UnicodeScript.TELUGU,
          UnicodeScript.KANNADA,
          UnicodeScript.MALAYALAM,
          UnicodeScript.SINHALA,
          UnicodeScript.MYANMAR,
          UnicodeScript.KHMER,
          UnicodeScript.TIBETAN,
          UnicodeScript.BALINESE,
          UnicodeScript.JAVANESE,
          UnicodeScript.SUNDANESE,
          UnicodeScript.MEETEI_MAYEK);

  private Joiners() {}

  static boolean is(int point) {
    return point == NON_JOINER || point == JOINER;
  }

  /// True when the joiner is a part of a word or of an emoji.
  ///
  /// @param base the last character before it that is no combining mark, -1 for none
  /// @param before the character before it, -1 for none
  /// @param after the character after it, -1 for none
  static boolean belongs(int joiner, int base, int before, int after) {
    if (joiner == JOINER && (isEmoji(before) || isEmoji(after))) {
      return true;
    }
    if (isShaped(after)) {
      // a plural ending may be set off from a foreign word: API + U+200C + two Persian letters
      return isShaped(base) || (joiner == NON_JOINER && isLetterOrDigit(base));
    }
    return isShaped(base) && isShapedMark(before); // a half form at the end of an Indic word
  }

  private static boolean isShaped(int point) {
    return isLetterOrDigit(point) && SHAPED.contains(UnicodeScript.of(point))
        || isShapedMark(point);
  }

  private static boolean isShapedMark(int point) {
    return point >= 0
        && Character.getType(point) == Character.NON_SPACING_MARK
        && SHAPED.contains(UnicodeScript.of(point));
  }

  private static boolean isLetterOrDigit(int point) {
    return point >= 0 && Character.isLetterOrDigit(point);
  }

  private static boolean isEmoji(int point) {
    return point > 0xFF && (Character.isEmoji(point) || point == 0xFE0F);
  }
}
