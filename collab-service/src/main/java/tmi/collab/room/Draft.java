package tmi.collab.room;

import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import tmi.diagram.operation.CellOperation;
import tmi.diagram.operation.Intent;

/// What a client wants done, before it is known against which state.
public sealed interface Draft {
  UUID operationId();

  Intent intent(ToLongFunction<Long> base);

  /// @param baseVector what the client says it is made against; may be null
  record Edit(UUID operationId, Long baseVector, List<CellOperation> cells) implements Draft {
    @Override
    public Intent intent(ToLongFunction<Long> base) {
      return new Intent.Edit(base.applyAsLong(baseVector), cells);
    }
  }

  record Undo(UUID operationId) implements Draft {
    @Override
    public Intent intent(ToLongFunction<Long> base) {
      return new Intent.Undo();
    }
  }

  record Redo(UUID operationId) implements Draft {
    @Override
    public Intent intent(ToLongFunction<Long> base) {
      return new Intent.Redo();
    }
  }
}
