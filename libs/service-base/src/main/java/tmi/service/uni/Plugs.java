package tmi.service.uni;

import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import tmi.kernel.id.EntityTag;
import tmi.kernel.problem.Problem;

/// Functions for `Uni.plug(…)`.
public final class Plugs {
  private Plugs() {}

  /// A missing item becomes 404.
  public static <T> Function<Uni<T>, Uni<T>> orNotFound(String kind, Object id) {
    return uni -> uni.onItem().ifNull().failWith(() -> Problem.notFound(kind, id));
  }

  /// A stale `If-Match` becomes 409.
  public static <T> Function<Uni<T>, Uni<T>> expectVersion(
      EntityTag tag, ToLongFunction<T> version) {
    return uni -> uni.invoke(item -> tag.requireMatch(version.applyAsLong(item)));
  }

  /// The time until the item or the failure goes to the timer.
  public static <T> Function<Uni<T>, Uni<T>> timed(Timer timer) {
    return uni ->
        Uni.createFrom()
            .deferred(() -> {
              Timer.Sample sample = Timer.start();
              return uni.onTermination().invoke(() -> sample.stop(timer));
            });
  }
}
