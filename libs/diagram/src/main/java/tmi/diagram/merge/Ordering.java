package tmi.diagram.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/// Brings the list into the order that was sent, moving as few cells as can be. Cells that the list
/// does not name stay where they are.
final class Ordering {
  private Ordering() {}

  static void arrange(Draft draft, List<UUID> order) {
    List<Placed> wanted = order.stream().map(draft::find).flatMap(Optional::stream).toList();
    List<Placed> old =
        wanted.stream().filter(placed -> draft.before(placed.id()).isPresent()).toList();
    Set<UUID> staying = new HashSet<>();
    longestRising(old).forEach(placed -> staying.add(placed.id()));
    Set<UUID> named = wanted.stream().map(Placed::id).collect(Collectors.toSet());
    TreeSet<String> taken = new TreeSet<>();
    for (Placed placed : draft.all()) {
      if (staying.contains(placed.id()) || !named.contains(placed.id())) {
        taken.add(placed.rank());
      }
    }
    String last = "";
    List<Placed> waiting = new ArrayList<>();
    for (Placed placed : wanted) {
      if (staying.contains(placed.id())) {
        place(draft, waiting, last, placed.rank(), taken);
        waiting.clear();
        last = placed.rank();
      } else {
        waiting.add(placed);
      }
    }
    place(draft, waiting, last, "", taken);
  }

  /// Puts these cells right behind `last` and before the next rank that is taken.
  private static void place(
      Draft draft, List<Placed> cells, String last, String limit, TreeSet<String> taken) {
    if (cells.isEmpty()) {
      return;
    }
    String low = last;
    if (limit.isEmpty() && !taken.isEmpty()) {
      low = taken.last();
    }
    String next = limit.isEmpty() ? "" : taken.higher(low);
    List<String> ranks = Rank.between(low, next == null ? "" : next, cells.size());
    for (int i = 0; i < cells.size(); i++) {
      draft.move(cells.get(i).id(), ranks.get(i));
    }
    taken.addAll(ranks);
  }

  /// A longest part of the list whose ranks rise already (patience sorting).
  private static List<Placed> longestRising(List<Placed> cells) {
    int[] before = new int[cells.size()];
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      int at = firstNotBelow(cells, ends, cells.get(i).rank());
      before[i] = at == 0 ? -1 : ends.get(at - 1);
      if (at == ends.size()) {
        ends.add(i);
      } else {
        ends.set(at, i);
      }
    }
    List<Placed> rising = new ArrayList<>();
    for (int i = ends.isEmpty() ? -1 : ends.getLast(); i >= 0; i = before[i]) {
      rising.add(cells.get(i));
    }
    return rising.reversed();
  }

  private static int firstNotBelow(List<Placed> cells, List<Integer> ends, String rank) {
    int low = 0;
    int high = ends.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cells.get(ends.get(middle)).rank().compareTo(rank) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
