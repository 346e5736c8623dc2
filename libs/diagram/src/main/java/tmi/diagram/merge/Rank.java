package tmi.diagram.merge;

import java.util.ArrayList;
import java.util.List;

/// Places in the list of cells as texts that sort by their characters. Between two of them there is
/// always a third, so nothing is ever renumbered; appending and prepending count, so ranks stay
/// short.
///
/// A rank is a whole number, whose first letter tells its length (`a`… from zero up, `Z`… downwards
/// below), and perhaps a fraction that does not end in the zero digit.
public final class Rank {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int BASE = DIGITS.length();
  private static final String FIRST = "a0";

  private Rank() {}

  /// A rank after this one; the empty text stands for an empty list.
  public static String after(String rank) {
    return rank.isEmpty() ? FIRST : step(whole(rank), 1);
  }

  /// A rank before this one.
  static String before(String rank) {
    String whole = whole(rank);
    return whole.length() < rank.length() ? whole : step(whole, -1);
  }

  /// A rank between two; an empty text means that there is no neighbour on that side.
  public static String between(String low, String high) {
    if (high.isEmpty()) {
      return after(low);
    }
    if (low.isEmpty()) {
      return before(high);
    }
    String whole = whole(low);
    if (whole.equals(whole(high))) {
      return whole + middle(low.substring(whole.length()), high.substring(whole.length()));
    }
    String next = step(whole, 1);
    return next.compareTo(high) < 0 ? next : whole + middle(low.substring(whole.length()), "");
  }

  /// So many ranks between two, in order and evenly spread.
  public static List<String> between(String low, String high, int count) {
    List<String> ranks = new ArrayList<>(count);
    if (high.isEmpty()) {
      for (String rank = low; ranks.size() < count; ) {
        rank = after(rank);
        ranks.add(rank);
      }
    } else {
      spread(low, high, count, ranks);
    }
    return ranks;
  }

  private static void spread(String low, String high, int count, List<String> ranks) {
    if (count > 0) {
      String middle = between(low, high);
      spread(low, middle, (count - 1) / 2, ranks);
      ranks.add(middle);
      spread(middle, high, count / 2, ranks);
    }
  }

  private static int wholeLength(char head) {
    return head >= 'a' ? head - 'a' + 2 : 'Z' - head + 2;
  }

  private static String whole(String rank) {
    return rank.substring(0, wholeLength(rank.charAt(0)));
  }

  /// The next whole number up or down, with one digit more when this length is used up.
  private static String step(String whole, int by) {
    char[] digits = whole.toCharArray();
    for (int i = digits.length - 1; i > 0; i--) {
      int digit = DIGITS.indexOf(digits[i]) + by;
      digits[i] = DIGITS.charAt(Math.floorMod(digit, BASE));
      if (digit >= 0 && digit < BASE) {
        return new String(digits);
      }
    }
    char head = (char) (whole.charAt(0) + by);
    if (head > 'Z' && head < 'a') {
      head = by > 0 ? 'a' : 'Z';
    }
    String digit = by > 0 ? DIGITS.substring(0, 1) : DIGITS.substring(BASE - 1);
    return head + digit.repeat(wholeLength(head) - 1);
  }

  /// A fraction between two; the empty text is zero as the low one and one as the high one.
  private static String middle(String low, String high) {
    StringBuilder common = new StringBuilder();
    for (int i = 0; ; i++) {
      int from = i < low.length() ? DIGITS.indexOf(low.charAt(i)) : 0;
      int to = i < high.length() ? DIGITS.indexOf(high.charAt(i)) : BASE;
      if (from == to) {
        common.append(DIGITS.charAt(from));
      } else if (to - from > 1) {
        return common.append(DIGITS.charAt((from + to) / 2)).toString();
      } else {
        common.append(DIGITS.charAt(from));
        String rest = i + 1 < low.length() ? low.substring(i + 1) : "";
        return common + middle(rest, "");
      }
    }
  }
}
