package tmi.diagram.merge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tmi.diagram.operation.CellChange;
import tmi.diagram.operation.Change;
import tmi.diagram.operation.Intent;
import tmi.diagram.rule.TextRule;

/// Merges operations into a sheet, one after the other, and gathers what is to be stored. What is
/// refused leaves no trace. Nothing here waits or asks: sheet and past must hold all that is
/// needed.
public final class Merging {
  private final Sheet sheet;
  private final Past past;
  private final List<Accepted> accepted = new ArrayList<>();
  private final Map<UUID, Optional<Placed>> rows = new LinkedHashMap<>();

  public Merging(Sheet sheet, Past past) {
    this.sheet = sheet;
    this.past = past;
  }

  /// Merges a live edit; empty when it changes nothing, `Refused` when the rules say no.
  public Optional<Accepted> edit(UUID operationId, UUID author, Intent.Edit edit) {
    return take(Editing.draft(sheet, past, author, edit), operationId, author, Optional.empty());
  }

  /// Merges a whole list of cells; empty when it changes nothing, `Refused` when the rules say no.
  /// The sheet must hold every cell.
  public Optional<Accepted> list(UUID operationId, UUID author, ListWrite write) {
    return take(Listing.draft(sheet, past, author, write), operationId, author, Optional.empty());
  }

  /// Takes the first of these operations back that leaves anything to take back; empty when none.
  public Optional<Accepted> invert(UUID operationId, UUID author, List<Done> candidates) {
    for (Done done : candidates) {
      Draft draft = Inverting.draft(sheet, past, done);
      Optional<Accepted> inverse = take(draft, operationId, author, Optional.of(done.seq()));
      if (inverse.isPresent()) {
        return inverse;
      }
    }
    return Optional.empty();
  }

  private Optional<Accepted> take(
      Draft draft, UUID operationId, UUID author, Optional<Long> inverts) {
    long seq = sheet.head() + 1;
    Optional<Sealed> sealed = Sealed.of(draft, seq, operationId, author);
    sealed.ifPresent(result -> {
      if (inverts.isEmpty()) {
        requireSoundTexts(result.changes());
      }
      sheet.advance(seq, result.rows(), Growth.of(sheet, result.rows()));
      rows.putAll(result.rows());
      for (CellChange change : result.changes()) {
        past.add(new Past.Step(seq, author, inverts, change));
      }
      accepted.add(new Accepted(result.applied(), result.changes(), inverts));
    });
    return sealed.map(result -> accepted.getLast());
  }

  /// What an undo brings back was stored before; it is not written anew.
  private static void requireSoundTexts(List<CellChange> changes) {
    for (CellChange cell : changes) {
      for (Change change : cell.changes()) {
        if (change.isEffective() && change.after().isPresent()) {
          TextRule.check(cell.cellId(), change.path(), change.before(), change.after().get());
        }
      }
    }
  }

  /// What was accepted so far, in order.
  public List<Accepted> accepted() {
    return List.copyOf(accepted);
  }

  /// Every touched cell as it is after all of it; empty for those that are gone.
  public Map<UUID, Optional<Placed>> rows() {
    return Map.copyOf(rows);
  }

  /// The state after all of it.
  public Sheet sheet() {
    return sheet;
  }

  /// A whole list of cells to merge.
  ///
  /// @param cells as sent, in order
  /// @param strict refuse what breaks the schema instead of repairing it
  /// @param base the state that the list was made from; empty for the current one
  /// @param complete an absent key is meant to be absent, also one that the existing client never
  ///   sends
  public record ListWrite(
      List<JsonNode> cells, boolean strict, Optional<Long> base, boolean complete) {
    public ListWrite {
      cells = List.copyOf(cells);
    }
  }
}
