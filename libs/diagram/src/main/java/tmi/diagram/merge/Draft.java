package tmi.diagram.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tmi.diagram.cell.Cell;
import tmi.diagram.operation.Change;

/// What one operation makes of a sheet, not yet taken over: all of it counts or nothing.
final class Draft {
  /// The author of a cell that is not sealed yet.
  private static final UUID NOBODY = new UUID(0, 0);

  private final Sheet sheet;
  private final Map<UUID, Optional<Placed>> written = new LinkedHashMap<>();
  private final Map<UUID, List<Change>> claims = new HashMap<>();
  private String lastRank;

  Draft(Sheet sheet) {
    this.sheet = sheet;
    this.lastRank = sheet.lastRank();
  }

  /// The cell as this draft leaves it.
  Optional<Placed> find(UUID id) {
    Optional<Placed> now = written.get(id);
    return now == null ? sheet.find(id) : now;
  }

  /// The cell as it was.
  Optional<Placed> before(UUID id) {
    return sheet.find(id);
  }

  /// Every loaded cell as this draft leaves it, in a list of its own.
  List<Placed> all() {
    List<Placed> all = new ArrayList<>();
    for (Placed was : sheet.loaded()) {
      find(was.id()).ifPresent(all::add);
    }
    written.forEach((id, now) -> {
      if (now.isPresent() && before(id).isEmpty()) {
        all.add(now.get());
      }
    });
    return all;
  }

  /// The cells that are touched and still there.
  List<Placed> kept() {
    return written.values().stream().flatMap(Optional::stream).toList();
  }

  /// The cells that were there and are not any more.
  List<Placed> removed() {
    return written.entrySet().stream()
        .filter(entry -> entry.getValue().isEmpty())
        .flatMap(entry -> before(entry.getKey()).stream())
        .toList();
  }

  Map<UUID, Optional<Placed>> written() {
    return written;
  }

  List<Change> claims(UUID id) {
    return claims.getOrDefault(id, List.of());
  }

  int count() {
    int count = sheet.count();
    for (var entry : written.entrySet()) {
      count += entry.getValue().isPresent() ? 1 : 0;
      count -= before(entry.getKey()).isPresent() ? 1 : 0;
    }
    return count;
  }

  /// Puts a new cell at the end of the list.
  void append(Cell cell) {
    lastRank = Rank.after(lastRank);
    add(cell, lastRank);
  }

  void add(Cell cell, String rank) {
    written.put(cell.id(), Optional.of(new Placed(cell, rank, 0, NOBODY, 0)));
  }

  /// Changes a cell that is there.
  void change(Cell cell) {
    written.put(cell.id(), find(cell.id()).map(placed -> placed.saying(cell)));
  }

  /// Remembers what the author set, also where it was that already.
  void claim(UUID id, List<Change> changes) {
    claims.put(id, changes);
  }

  void remove(UUID id) {
    written.put(id, Optional.empty());
  }

  /// Leaves a cell as it was after all.
  void forget(UUID id) {
    written.remove(id);
    claims.remove(id);
  }

  void move(UUID id, String rank) {
    written.put(id, find(id).map(placed -> placed.at(rank)));
  }
}
