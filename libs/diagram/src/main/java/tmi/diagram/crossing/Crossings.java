package tmi.diagram.crossing;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tmi.diagram.cell.Cell;

/// Derives crossings: a flow crosses every boundary that exactly one of its ends is inside of or is
/// itself. A box drawn over another without being its parent contains nothing.
public final class Crossings {
  private Crossings() {}

  /// The boundaries that each flow crosses, outer ones last; flows that cross none, or of which an
  /// end is missing, are left out. In the order of the cells.
  public static Map<UUID, Set<UUID>> of(Collection<Cell> cells) {
    Map<UUID, Cell> byId = new HashMap<>();
    cells.forEach(cell -> byId.put(cell.id(), cell));
    Map<UUID, Set<UUID>> crossings = new LinkedHashMap<>();
    for (Cell cell : cells) {
      Optional<Cell> source = cell.source().map(byId::get);
      Optional<Cell> target = cell.target().map(byId::get);
      if (cell.isEdge() && source.isPresent() && target.isPresent()) {
        Set<UUID> crossed = crossed(around(source.get(), byId), around(target.get(), byId));
        if (!crossed.isEmpty()) {
          crossings.put(cell.id(), crossed);
        }
      }
    }
    return crossings;
  }

  private static Set<UUID> crossed(Set<UUID> source, Set<UUID> target) {
    Set<UUID> crossed = new LinkedHashSet<>(source);
    crossed.removeAll(target);
    target.stream().filter(id -> !source.contains(id)).forEach(crossed::add);
    return crossed;
  }

  /// The boundaries in a node's chain of parents, itself included; a loop in stored data ends it.
  private static Set<UUID> around(Cell node, Map<UUID, Cell> byId) {
    Set<UUID> seen = new LinkedHashSet<>();
    Set<UUID> boundaries = new LinkedHashSet<>();
    for (Cell up = node; up != null && seen.add(up.id()); ) {
      if (isBoundary(up)) {
        boundaries.add(up.id());
      }
      up = up.parent().map(byId::get).orElse(null);
    }
    return boundaries;
  }

  private static boolean isBoundary(Cell cell) {
    return cell.shape().equals("security-boundary")
        || cell.data().path("data").path("security_boundary").asBoolean(false);
  }
}
