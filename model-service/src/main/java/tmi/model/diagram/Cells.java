package tmi.model.diagram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import tmi.diagram.rule.CellRules;
import tmi.diagram.rule.Limits;
import tmi.diagram.rule.Reason;
import tmi.diagram.rule.Refusal;
import tmi.diagram.rule.Refused;
import tmi.diagram.store.content.Base;
import tmi.diagram.store.content.CellsWrite.Form;
import tmi.kernel.id.EntityTag;
import tmi.kernel.identity.Caller;
import tmi.kernel.problem.Problem;

/// How a whole list of cells is taken: how strictly, and what it was made from.
record Cells(Form form, Base base) {

  /// A PUT.
  static Cells sent(Caller caller, EntityTag tag) {
    return new Cells(Form.STRICT, base(caller, tag));
  }

  /// A PATCH. A list that came whole from the client was made from what he was shown last; any
  /// other was made by us from what we have just read.
  static Cells patched(Caller caller, DiagramPatch patch, DfdDiagram read, EntityTag tag) {
    Base base = patch.replacesAllCells() ? base(caller, tag) : new Base.Known(read.updateVector());
    return new Cells(Form.REPAIR, base);
  }

  /// Refuses cells that break the schema, before anybody is asked whether the caller may.
  static void requireValid(List<JsonNode> cells) {
    if (cells.size() > Limits.CELLS) {
      throw Problem.invalid("cells", "must have at most " + Limits.CELLS + " entries");
    }
    try {
      cells.forEach(CellRules::strict);
    } catch (Refused e) {
      throw problem(e.refusal());
    }
  }

  /// The refusal of the diagram's rules as an answer over HTTP.
  static Problem problem(Refusal refusal) {
    boolean conflict = refusal.reason() == Reason.CONFLICT_DETECTED;
    String message =
        refusal.cells().isEmpty()
            ? refusal.message()
            : refusal.message() + " (cell " + refusal.cells().getFirst() + ")";
    return conflict ? Problem.conflict("conflict", message) : Problem.invalidInput(message);
  }

  /// A version says nothing about what was drawn live since, so even one who names it is merged;
  /// `*` means: whatever is there.
  private static Base base(Caller caller, EntityTag tag) {
    return tag instanceof EntityTag.Any
        ? new Base.Current()
        : new Base.LastGiven(caller.sessionId());
  }
}
