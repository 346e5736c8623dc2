package tmi.collab.room;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import tmi.collab.protocol.User;
import tmi.collab.relay.Committed;
import tmi.diagram.operation.Applied;
import tmi.diagram.operation.Batch;
import tmi.diagram.operation.CellOperation;
import tmi.diagram.operation.Intent;
import tmi.diagram.operation.Outcome;
import tmi.diagram.rule.Refusal;
import tmi.diagram.store.content.DiagramText;

/// A log in memory. Answers at once, or, when it is slow, as the test says.
final class MemoryLedger implements Ledger {
  static final UUID DIAGRAM = UUID.randomUUID();
  final List<Applied> log = new ArrayList<>();
  final List<Integer> groups = new ArrayList<>();
  final List<Long> bases = new ArrayList<>();
  final Queue<Runnable> waiting = new ArrayDeque<>();
  boolean slow;
  boolean down;
  boolean losesAnswers;
  long oldest;
  int statesRead;
  final List<String> cells = new ArrayList<>();
  UUID poison;

  /// A state is as old as the question for it, not as its answer.
  boolean readsEarly;

  @Override
  public CompletionStage<Optional<Long>> head() {
    return answer(() -> Optional.of((long) log.size()));
  }

  @Override
  public CompletionStage<Optional<DiagramText>> state() {
    statesRead++;
    long begun = log.size();
    return answer(() ->
        Optional.of(
            new DiagramText(
                DIAGRAM, UUID.randomUUID(), readsEarly ? begun : log.size(), List.copyOf(cells))));
  }

  @Override
  public CompletionStage<Missed> since(long number, int limit) {
    return answer(() -> {
      boolean complete = number >= oldest;
      List<Committed> found =
          log.stream()
              .filter(a -> complete && a.seq() > number)
              .limit(limit)
              .map(a -> Committed.of(a, userOf(a.author())))
              .toList();
      return new Missed(log.size(), complete, found);
    });
  }

  @Override
  public CompletionStage<List<Outcome>> apply(List<Batch> batches) {
    groups.add(batches.size());
    return answer(() -> {
      if (batches.stream().anyMatch(b -> b.operationId().equals(poison))) {
        throw new IllegalStateException("cannot be stored");
      }
      List<Outcome> outcomes = batches.stream().map(this::applyOne).toList();
      if (losesAnswers) {
        throw new IllegalStateException("connection lost during commit");
      }
      return outcomes;
    });
  }

  /// Something committed by another replica.
  Committed elsewhere(UUID author) {
    Applied applied = store(UUID.randomUUID(), author);
    return Committed.of(applied, userOf(author));
  }

  /// Lets the oldest question be answered.
  void answerOne() {
    waiting.remove().run();
  }

  static User userOf(UUID author) {
    return User.of("acme", author.toString(), author + "@example.org", "Somebody");
  }

  private Outcome applyOne(Batch batch) {
    Optional<Applied> before =
        log.stream().filter(a -> a.operationId().equals(batch.operationId())).findFirst();
    if (before.isPresent()) {
      return new Outcome.Duplicate(before.get());
    }
    if (!(batch.intent() instanceof Intent.Edit edit)) {
      return new Outcome.NothingLeft(log.size());
    }
    bases.add(edit.baseVector());
    if (edit.cells().getFirst() instanceof CellOperation.Remove) {
      return new Outcome.NoChange(log.size());
    }
    if (edit.cells().getFirst().id().getMostSignificantBits() == 0) {
      return new Outcome.Refused(
          Refusal.conflict("update_nonexistent_cell", "gone", edit.cells().getFirst().id()),
          log.size());
    }
    return new Outcome.Stored(store(batch.operationId(), batch.author()));
  }

  private Applied store(UUID operationId, UUID author) {
    CellOperation cell =
        new CellOperation.Add(UUID.randomUUID(), JsonNodeFactory.instance.objectNode());
    Applied applied = new Applied(log.size() + 1, operationId, author, List.of(cell), false);
    log.add(applied);
    return applied;
  }

  private <T> CompletionStage<T> answer(Supplier<T> answer) {
    CompletableFuture<T> stage = new CompletableFuture<>();
    boolean refused = down;
    Runnable give =
        () -> {
          try {
            if (refused) {
              throw new IllegalStateException("no database");
            }
            stage.complete(answer.get());
          } catch (RuntimeException e) {
            stage.completeExceptionally(e);
          }
        };
    if (slow) {
      waiting.add(give);
    } else {
      give.run();
    }
    return stage;
  }
}
