package tmi.diagram.rule;

import java.util.List;
import java.util.UUID;

/// A refusal in words that can go to the client.
///
/// @param detail the finer code, for instance `update_nonexistent_cell`
/// @param message one English sentence that names the field or limit
/// @param cells the cells concerned
/// @param requiresResync the client's picture is wrong and should be loaded again
public record Refusal(
    Reason reason, String detail, String message, List<UUID> cells, boolean requiresResync) {
  public Refusal {
    cells = List.copyOf(cells);
  }

  /// Something about the sent cells is wrong.
  public static Refusal invalid(String detail, String message, UUID... cells) {
    return new Refusal(Reason.VALIDATION_FAILED, detail, message, List.of(cells), false);
  }

  /// The cells are not what the author thought they were.
  public static Refusal conflict(String detail, String message, UUID... cells) {
    return new Refusal(Reason.CONFLICT_DETECTED, detail, message, List.of(cells), true);
  }
}
