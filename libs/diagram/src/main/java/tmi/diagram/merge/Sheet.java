package tmi.diagram.merge;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// As much of a diagram as a group of operations can touch: the cells it names, what hangs on them,
/// and three numbers of the whole. Changes as operations are merged into it.
public final class Sheet {
  private final Map<UUID, Placed> cells = new LinkedHashMap<>();
  private long head;
  private int count;
  private long bytes;
  private String lastRank;

  /// @param head the number of the last operation
  /// @param count how many cells the whole diagram has
  /// @param bytes how large all its cells are together
  /// @param lastRank the last cell's rank, empty text when there is none
  public Sheet(long head, int count, long bytes, String lastRank, Collection<Placed> loaded) {
    this.head = head;
    this.count = count;
    this.bytes = bytes;
    this.lastRank = lastRank;
    loaded.forEach(cell -> cells.put(cell.id(), cell));
  }

  /// The number of the last operation.
  public long head() {
    return head;
  }

  /// How many cells the diagram has.
  public int count() {
    return count;
  }

  /// How large all cells of the diagram are together, in bytes of JSON.
  public long bytes() {
    return bytes;
  }

  /// The rank of the last cell in the list; empty text when there is none.
  String lastRank() {
    return lastRank;
  }

  /// A loaded cell.
  public Optional<Placed> find(UUID id) {
    return Optional.ofNullable(cells.get(id));
  }

  /// Every loaded cell.
  public Collection<Placed> loaded() {
    return cells.values();
  }

  /// Takes the result of an operation over.
  void advance(long number, Map<UUID, Optional<Placed>> written, long grown) {
    head = number;
    bytes = Math.max(0, bytes + grown);
    written.forEach(this::put);
  }

  private void put(UUID id, Optional<Placed> now) {
    if (now.isEmpty()) {
      count -= cells.remove(id) == null ? 0 : 1;
      return;
    }
    count += cells.put(id, now.get()) == null ? 1 : 0;
    if (now.get().rank().compareTo(lastRank) > 0) {
      lastRank = now.get().rank();
    }
  }
}
