package tmi.model.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TurnServiceTest {
  private final TurnService turns = new TurnService();
  private final UUID object = UUID.randomUUID();
  private final List<UniEmitter<? super String>> begun = new ArrayList<>();
  private final Uni<String> change = Uni.createFrom().emitter(begun::add);

  @Test
  void changesOfOneObjectRunOneAfterTheOther() {
    UniAssertSubscriber<String> first = take(object);
    UniAssertSubscriber<String> second = take(object);
    assertThat(begun).hasSize(1);

    begun.getFirst().complete("first");
    begun.getLast().complete("second");

    first.assertItem("first");
    second.assertItem("second");
    assertThat(turns.isIdle()).isTrue();
  }

  @Test
  void changesOfOtherObjectsDoNotWait() {
    take(object);
    take(UUID.randomUUID());

    assertThat(begun).hasSize(2);
  }

  @Test
  void aFailedChangeLetsTheNextGo() {
    take(object);
    take(object);

    begun.getFirst().fail(new IllegalStateException("lost"));

    assertThat(begun).hasSize(2);
  }

  @Test
  void whoGaveUpWaitingLetsTheNextGo() {
    UniAssertSubscriber<String> first = take(object);
    UniAssertSubscriber<String> second = take(object);
    UniAssertSubscriber<String> third = take(object);

    second.cancel();
    begun.getFirst().complete("first");
    begun.getLast().complete("third");

    first.assertItem("first");
    third.assertItem("third");
    assertThat(turns.isIdle()).isTrue();
  }

  private UniAssertSubscriber<String> take(UUID of) {
    return turns.inTurn(of, change).subscribe().withSubscriber(UniAssertSubscriber.create());
  }
}
