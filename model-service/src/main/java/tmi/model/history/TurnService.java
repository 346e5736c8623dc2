package tmi.model.history;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tmi.kernel.id.EntityTag;

/// Changes that read, think and write on the condition that nobody wrote in between. Those of one
/// object take turns within this replica, or a crowd would make each other start again and again;
/// against other replicas a lost race is run again. Turns save work only: what keeps changes apart
/// is the condition.
@ApplicationScoped
public class TurnService {
  private final Map<UUID, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

  /// Runs the whole change when its turn has come, again when the race was lost and the caller
  /// named no version.
  public <T> Uni<T> change(UUID object, EntityTag tag, Supplier<Uni<T>> readAndWrite) {
    return inTurn(
        object,
        Uni.createFrom()
            .deferred(readAndWrite::get)
            .onFailure(LostRace.unlessNamed(tag))
            .retry()
            .atMost(LostRace.RETRIES));
  }

  <T> Uni<T> inTurn(UUID object, Uni<T> change) {
    return Uni.createFrom()
        .deferred(() -> {
          CompletableFuture<Void> mine = new CompletableFuture<>();
          CompletableFuture<Void> before = last.put(object, mine);
          return after(before).chain(() -> change).onTermination().invoke(() -> end(object, mine));
        });
  }

  private void end(UUID object, CompletableFuture<Void> mine) {
    last.remove(object, mine);
    mine.complete(null);
  }

  /// Each goes on in its own request's context, not in that of the one before.
  private static Uni<Void> after(CompletableFuture<Void> before) {
    if (before == null) {
      return Uni.createFrom().voidItem();
    }
    Uni<Void> turn = Uni.createFrom().completionStage(before);
    Context own = Vertx.currentContext();
    return own == null ? turn : turn.emitOn(task -> own.runOnContext(ignored -> task.run()));
  }

  boolean isIdle() {
    return last.isEmpty();
  }
}
