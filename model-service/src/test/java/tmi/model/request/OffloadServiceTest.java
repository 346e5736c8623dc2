package tmi.model.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tmi.kernel.problem.Problem;

class OffloadServiceTest {
  private static Vertx vertx;
  private final OffloadService service = new OffloadService();

  /// Where the work was done, and where the request went on.
  private record Places(boolean workOnEventLoop, boolean resultOnEventLoop, boolean sameContext) {}

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() {
    vertx.close();
  }

  @Test
  void smallWorkIsDoneWhereTheRequestIs() throws Exception {
    assertThat(places(false)).isEqualTo(new Places(true, true, true));
  }

  @Test
  void largeWorkIsAWorkersAndItsResultTheRequests() throws Exception {
    assertThat(places(true)).isEqualTo(new Places(false, true, true));
  }

  @Test
  void aRefusalComesThroughAsItIs() {
    Supplier<Boolean> refusing =
        () -> {
          throw Problem.invalid("a", "is wrong");
        };

    assertThat(catchThrowable(() -> run(true, refusing)))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(Problem.class);
  }

  private Places places(boolean large) throws Exception {
    return run(large, Context::isOnEventLoopThread);
  }

  private Places run(boolean large, Supplier<Boolean> work) throws Exception {
    Context context = vertx.getOrCreateContext();
    CompletableFuture<Places> seen = new CompletableFuture<>();
    context.runOnContext(ignored ->
        service
            .run(large, work)
            .subscribe()
            .with(
                onLoop ->
                    seen.complete(
                        new Places(
                            onLoop,
                            Context.isOnEventLoopThread(),
                            Vertx.currentContext() == context)),
                seen::completeExceptionally));
    return seen.get(10, TimeUnit.SECONDS);
  }
}
