package tmi.model.request;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/// Plain work between reading and writing. Small work is done where the request is; large work, a
/// drawing that is patched, would hold everybody else's requests and is done by a worker thread.
@ApplicationScoped
public class OffloadService {

  /// The result, always in the request's own context.
  public <T> Uni<T> run(boolean large, Supplier<T> work) {
    Context own = Vertx.currentContext();
    return large && own != null
        ? Uni.createFrom()
            .completionStage(() -> own.executeBlocking(work::get, false).toCompletionStage())
        : Uni.createFrom().item(work);
  }
}
