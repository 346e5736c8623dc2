package tmi.collab.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import tmi.collab.room.Frame;

/// One frame on its way, a bound on what waits, and no word lost that nothing else tells.
class OutboundTest {
  private final SlowWire wire = new SlowWire();
  private final List<Runnable> timers = new ArrayList<>();
  private int statesAsked;
  private boolean open = true;
  private final Outbound outbound =
      new Outbound(
          wire,
          () -> open,
          (delay, task) -> timers.add(task),
          new Outbound.Bound(3, 100),
          () -> statesAsked++);

  @Test
  void oneFrameIsOnItsWayAtATime() {
    outbound.offer(Frame.event("a", 1));
    outbound.offer(Frame.event("b", 2));

    assertThat(wire.sent).containsExactly("a");
    wire.arriveOne();
    assertThat(wire.sent).containsExactly("a", "b");
    assertThat(outbound.told()).isEqualTo(1);
  }

  @Test
  void aSlowReaderLosesEventsKeepsAnswersAndIsGivenAState() {
    outbound.offer(Frame.event("1", 1));
    outbound.offer(Frame.event("2", 2));
    outbound.offer(Frame.answer("ack"));
    outbound.offer(Frame.event("3", 3));
    outbound.offer(Frame.event("4", 4));
    outbound.offer(Frame.event("5", 5));
    assertThat(statesAsked).isZero();

    wire.arriveOne();
    wire.arriveOne();
    assertThat(wire.sent).containsExactly("1", "ack");
    assertThat(statesAsked).isEqualTo(1);

    outbound.offer(Frame.event("6", 6));
    outbound.resume();
    outbound.offer(Frame.event("state", 6));
    outbound.offer(Frame.event("7", 7));
    wire.arriveOne();
    assertThat(wire.sent).containsExactly("1", "ack", "state", "7");
  }

  @Test
  void manyCharactersCountLikeManyFrames() {
    outbound.offer(Frame.event("1", 1));
    outbound.offer(Frame.event("x".repeat(99), 2));
    outbound.offer(Frame.event("yy", 3));
    wire.arriveOne();

    assertThat(wire.sent).containsExactly("1");
    assertThat(statesAsked).isEqualTo(1);
  }

  @Test
  void oneFrameMayBeLargerThanTheBound() {
    outbound.offer(Frame.event("1", 1));
    outbound.offer(Frame.event("x".repeat(1000), 2));
    wire.arriveOne();

    assertThat(wire.sent).hasSize(2);
  }

  @Test
  void pointersDoNotWait() {
    outbound.offer(Frame.event("1", 1));
    outbound.offer(Frame.event("2", 2));
    outbound.offer(Frame.fleeting("pointer"));
    wire.arriveOne();
    wire.arriveOne();

    assertThat(wire.sent).containsExactly("1", "2");
  }

  @Test
  void nothingLeavesWhileTheGateIsShut() {
    open = false;
    outbound.offer(Frame.event("1", 1));
    assertThat(wire.sent).isEmpty();

    open = true;
    outbound.wake();
    assertThat(wire.sent).containsExactly("1");
  }

  @Test
  void finishingWaitsForWhatWasSaidBefore() {
    outbound.offer(Frame.event("1", 1));
    outbound.offer(Frame.answer("over"));
    outbound.finish(1000, "done");
    assertThat(wire.closed).isEmpty();

    wire.arriveOne();
    wire.arriveOne();
    assertThat(wire.closed).isEqualTo("1000 done");
    assertThat(wire.sent).containsExactly("1", "over");
  }

  @Test
  void closingDropsWhatWaitsAndCutsAfterASecond() {
    outbound.offer(Frame.event("1", 1));
    outbound.offer(Frame.event("2", 2));
    outbound.close(4403, "access revoked");
    outbound.offer(Frame.event("3", 3));

    assertThat(wire.closed).isEqualTo("4403 access revoked");
    assertThat(wire.cut).isFalse();
    timers.forEach(Runnable::run);
    assertThat(wire.cut).isTrue();
    assertThat(wire.sent).containsExactly("1");
  }

  @Test
  void whoAsksAndNeverReadsIsClosed() {
    for (int i = 0; i < 14; i++) {
      outbound.offer(Frame.answer("answer"));
    }

    assertThat(wire.closed).startsWith("4408");
  }

  @Test
  void answersAreBoundedBySizeToo() {
    outbound.offer(Frame.answer("on its way"));
    for (int i = 0; i < 4; i++) {
      outbound.offer(Frame.answer("x".repeat(100)));
    }
    assertThat(wire.closed).isEmpty();

    outbound.offer(Frame.answer("y"));

    assertThat(wire.closed).startsWith("4408");
  }

  private static final class SlowWire implements Wire {
    private final List<String> sent = new ArrayList<>();
    private final Queue<CompletableFuture<Void>> onTheWay = new ArrayDeque<>();
    private String closed = "";
    private boolean cut;

    @Override
    public CompletionStage<Void> send(Frame frame, Runnable moving) {
      sent.add(frame.text());
      CompletableFuture<Void> arrival = new CompletableFuture<>();
      onTheWay.add(arrival);
      return arrival;
    }

    @Override
    public void close(int code, String reason) {
      closed = code + " " + reason;
    }

    @Override
    public void cut() {
      cut = true;
    }

    private void arriveOne() {
      onTheWay.remove().complete(null);
    }
  }
}
