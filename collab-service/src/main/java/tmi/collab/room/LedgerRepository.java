package tmi.collab.room;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import tmi.collab.presence.PeopleRepository;
import tmi.collab.protocol.User;
import tmi.collab.relay.Committed;
import tmi.diagram.operation.Applied;
import tmi.diagram.operation.Batch;
import tmi.diagram.operation.Outcome;
import tmi.diagram.store.content.DiagramStore;
import tmi.diagram.store.content.DiagramText;
import tmi.diagram.store.log.Replay;
import tmi.service.event.EventLog;

/// The ledgers of diagrams in PostgreSQL. A question that is not answered in time counts as failed:
/// a room must never wait for ever, and asking again is safe.
@ApplicationScoped
class LedgerRepository {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final DiagramStore store;
  private final EventAppenderRepository events;
  private final EventLog eventLog;
  private final PeopleRepository people;

  LedgerRepository(
      DiagramStore store,
      EventAppenderRepository events,
      EventLog eventLog,
      PeopleRepository people) {
    this.store = store;
    this.events = events;
    this.eventLog = eventLog;
    this.people = people;
  }

  /// The ledger of one diagram.
  Ledger of(UUID diagramId) {
    return new OfDiagram(diagramId);
  }

  /// The last numbers of several diagrams, in one query.
  Uni<Map<UUID, Long>> heads(Collection<UUID> diagramIds) {
    return store.heads(diagramIds).ifNoItem().after(PATIENCE).fail();
  }

  private final class OfDiagram implements Ledger {
    private final UUID diagramId;

    private OfDiagram(UUID diagramId) {
      this.diagramId = diagramId;
    }

    @Override
    public CompletionStage<Optional<Long>> head() {
      return stage(
          store.heads(List.of(diagramId)).map(heads -> Optional.ofNullable(heads.get(diagramId))));
    }

    @Override
    public CompletionStage<Optional<DiagramText>> state() {
      return stage(store.readText(diagramId));
    }

    @Override
    public CompletionStage<Missed> since(long number, int limit) {
      return stage(store.since(diagramId, number, limit).chain(r -> missed(r, number)));
    }

    @Override
    public CompletionStage<List<Outcome>> apply(List<Batch> batches) {
      return stage(store.apply(diagramId, batches, events).invoke(LedgerRepository.this::wake));
    }
  }

  private void wake(List<Outcome> outcomes) {
    if (outcomes.stream().anyMatch(Outcome.Stored.class::isInstance)) {
      eventLog.wake();
    }
  }

  private Uni<Ledger.Missed> missed(Optional<Replay> found, long number) {
    Replay replay = found.orElse(new Replay(number, false, List.of()));
    List<UUID> authors = replay.operations().stream().map(Applied::author).distinct().toList();
    return people
        .cards(authors)
        .map(cards ->
            new Ledger.Missed(
                replay.head(),
                replay.complete(),
                replay.operations().stream().map(a -> committed(a, cards)).toList()));
  }

  private static Committed committed(Applied applied, Map<UUID, User> cards) {
    UUID author = applied.author();
    User unknown = User.of("tmi", author.toString(), "", "Deleted person");
    return Committed.of(applied, cards.getOrDefault(author, unknown));
  }

  private static <T> CompletionStage<T> stage(Uni<T> answer) {
    return answer.ifNoItem().after(PATIENCE).fail().subscribeAsCompletionStage();
  }
}
