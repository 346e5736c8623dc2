package tmi.diagram.store.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A few at a time, in order; who stops waiting or fails gives his turn away.
class TurnsTest {
  private final Turns turns = new Turns(2);
  private final List<String> began = new ArrayList<>();
  private final List<UniEmitter<? super String>> running = new ArrayList<>();

  private Cancellable begin(String name) {
    return turns
        .inTurn(() ->
            Uni.createFrom()
                .<String>emitter(e -> {
                  began.add(name);
                  running.add(e);
                }))
        .subscribe()
        .with(done -> {}, failure -> {});
  }

  @Test
  void noMoreRunThanMay() {
    begin("a");
    begin("b");
    begin("c");
    begin("d");
    assertThat(began).containsExactly("a", "b");

    running.get(1).complete("done");
    assertThat(began).containsExactly("a", "b", "c");
    running.get(0).fail(new IllegalStateException());
    assertThat(began).containsExactly("a", "b", "c", "d");
  }

  @Test
  void whoIsCancelledGivesHisTurnAway() {
    Cancellable a = begin("a");
    begin("b");
    Cancellable c = begin("c");
    begin("d");

    c.cancel();
    a.cancel();
    assertThat(began).containsExactly("a", "b", "d");
    begin("e");
    running.get(1).complete("done");
    assertThat(began).containsExactly("a", "b", "d", "e");
  }
}
