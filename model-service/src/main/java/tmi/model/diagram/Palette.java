package tmi.model.diagram;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tmi.kernel.problem.Problem;

/// A palette as it is stored: sorted by position, six lower-case digits a colour; none is null.
final class Palette {
  private Palette() {}

  static List<PaletteColor> settled(List<PaletteColor> sent) {
    if (sent == null || sent.isEmpty()) {
      return null;
    }
    Set<Integer> positions = new HashSet<>();
    for (PaletteColor color : sent) {
      if (!positions.add(color.position())) {
        throw Problem.invalid("color_palette", "names position " + color.position() + " twice");
      }
    }
    return sent.stream()
        .map(color -> new PaletteColor(color.position(), sixDigits(color.color())))
        .sorted(Comparator.comparing(PaletteColor::position))
        .toList();
  }

  private static String sixDigits(String color) {
    String digits = color.substring(1).toLowerCase(Locale.ROOT);
    return digits.length() == 6 ? "#" + digits : "#" + digits.replaceAll("(.)", "$1$1");
  }
}
