package tmi.service.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NameLookupTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final InetAddress FOUND = InetAddress.ofLiteral("1.1.1.1");

  private final Vertx vertx = Vertx.vertx();
  private final CountDownLatch hanging = new CountDownLatch(1);
  private final AtomicInteger calls = new AtomicInteger();

  @AfterEach
  void stop() {
    hanging.countDown();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void twentySlowNamesDelayNeitherOtherNamesNorOtherWork() {
    NameLookup lookup = new NameLookup(vertx, this::platform, 64, 256, LONG);
    for (int name = 0; name < 20; name++) {
      for (int asker = 0; asker < 8; asker++) {
        lookup.resolve("slow" + name + ".example.org");
      }
    }

    assertThat(join(lookup.resolve("healthy.example.org"))).containsExactly(FOUND);
    assertThat(join(vertx.executeBlocking(() -> "done"))).isEqualTo("done");
  }

  @Test
  void askersOfOneNameShareOneLookup() {
    NameLookup lookup = new NameLookup(vertx, this::platform, 2, 0x10, LONG);
    List<Future<List<InetAddress>>> asked =
        IntStream.range(0, 100).mapToObj(i -> lookup.resolve("slow.example.org")).toList();
    hanging.countDown();

    asked.forEach(one -> assertThat(join(one)).containsExactly(FOUND));
    assertThat(calls).hasValue(1);
  }

  @Test
  void nameThatHangsFailsAtTheLimit() {
    NameLookup lookup = new NameLookup(vertx, this::platform, 2, 8, Duration.ofMillis(50));

    assertThatThrownBy(() -> join(lookup.resolve("slow.example.org")))
        .rootCause()
        .isInstanceOf(EgressFailure.class)
        .hasMessage("host name not resolved within the time limit");
  }

  @Test
  void moreNamesThanMayWaitFailAtOnce() {
    NameLookup lookup = new NameLookup(vertx, this::platform, 1, 1, LONG);
    lookup.resolve("slow1.example.org");
    lookup.resolve("slow2.example.org");

    assertThatThrownBy(() -> join(lookup.resolve("slow3.example.org")))
        .rootCause()
        .hasMessage("too many host names are being resolved");
  }

  @Test
  void answerComesWhereItWasAskedFor() {
    NameLookup lookup = new NameLookup(vertx, this::platform, 1, 1, LONG);
    Context asker = vertx.getOrCreateContext();
    CompletableFuture<Context> heard = new CompletableFuture<>();

    asker.runOnContext(go ->
        lookup
            .resolve("healthy.example.org")
            .onComplete(found -> heard.complete(Vertx.currentContext())));

    assertThat(heard.orTimeout(5, TimeUnit.SECONDS).join()).isSameAs(asker);
  }

  private List<InetAddress> platform(String host) throws InterruptedException {
    calls.incrementAndGet();
    if (host.startsWith("slow")) {
      hanging.await();
    }
    return List.of(FOUND);
  }

  private static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join();
  }
}
