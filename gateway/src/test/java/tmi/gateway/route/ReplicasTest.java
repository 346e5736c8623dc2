package tmi.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReplicasTest {
  private final AtomicLong clock = new AtomicLong();
  private final Replica first = Replica.at("http://10.0.0.1:8082");
  private final Replica second = Replica.at("http://10.0.0.2");
  private final Replicas replicas =
      new Replicas(List.of(first, second), Duration.ofSeconds(2), clock::get);

  @Test
  void eachIsFirstInTurn() {
    assertThat(replicas.inOrder()).containsExactly(first, second);
    assertThat(replicas.inOrder()).containsExactly(second, first);
    assertThat(replicas.inOrder()).containsExactly(first, second);
  }

  @Test
  void oneThatRefusedIsAskedLastForAWhile() {
    replicas.refused(first);

    assertThat(replicas.inOrder()).containsExactly(second, first);
    assertThat(replicas.inOrder()).containsExactly(second, first);

    clock.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(replicas.inOrder()).containsExactly(first, second);
  }

  @Test
  void allAreTriedWhenAllRest() {
    replicas.refused(first);
    replicas.refused(second);

    assertThat(replicas.inOrder()).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void addressesAreRead() {
    assertThat(second.port()).isEqualTo(80);
    assertThat(Replica.at(" https://a.example ").tls()).isTrue();
    assertThatThrownBy(() -> Replica.at("10.0.0.1:8082"))
        .hasMessageContaining("write http://host:port");
  }
}
