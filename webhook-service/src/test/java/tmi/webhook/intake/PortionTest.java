package tmi.webhook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PortionTest {
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private static final UUID STREAM = new UUID(7, 7);
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  private final List<LoggedEvent> events = new ArrayList<>();

  @Test
  void actsAreToldAtOnceAndInOrder() {
    act(0);
    act(0);
    assertThat(numbers(portion(0).told())).containsExactly(1L, 2L);
    assertThat(portion(0).lookAt()).isNull();
  }

  @Test
  void openBurstIsLeftAlone() {
    edit(ONE, 0);
    edit(ONE, 3);
    assertThat(portion(4).told()).isEmpty();
    assertThat(portion(4).taken()).isEmpty();
    assertThat(portion(4).lookAt()).isEqualTo(START.plusSeconds(8));
  }

  @Test
  void quietBurstIsToldOnceByItsLastEdit() {
    edit(ONE, 0);
    edit(ONE, 3);
    edit(ONE, 4);
    assertThat(numbers(portion(9).told())).containsExactly(3L);
    assertThat(numbers(portion(9).taken())).containsExactly(1L, 2L, 3L);
  }

  @Test
  void endlessBurstIsToldAfterAMinute() {
    for (int second = 0; second <= 60; second++) {
      edit(ONE, second);
    }
    assertThat(portion(59).lookAt()).isEqualTo(START.plusSeconds(60));
    assertThat(numbers(portion(60).told())).containsExactly(61L);
  }

  @Test
  void otherEventEndsTheBurstAndIsNotOvertaken() {
    edit(ONE, 0);
    act(1);
    edit(ONE, 2);
    Portion portion = portion(3);
    assertThat(numbers(portion.told())).containsExactly(1L, 2L);
    assertThat(numbers(portion.taken())).containsExactly(1L, 2L);
    assertThat(portion.lookAt()).isEqualTo(START.plusSeconds(7));
  }

  @Test
  void diagramsOfOneBurstAreToldOnceEachInTheOrderOfTheirLastEdits() {
    edit(ONE, 0);
    edit(OTHER, 1);
    edit(ONE, 2);
    assertThat(numbers(portion(8).told())).containsExactly(2L, 3L);
  }

  @Test
  void burstLongerThanAPortionIsToldAsItStands() {
    edit(ONE, 0);
    edit(ONE, 0);
    Portion cut = Portion.of(seenAt(0), true, Duration.ofSeconds(5), Duration.ofSeconds(60));
    assertThat(numbers(cut.told())).containsExactly(2L);
    assertThat(cut.lookAt()).isNull();
  }

  private void act(int second) {
    add("threat.created", UUID.randomUUID(), second);
  }

  private void edit(UUID diagram, int second) {
    add("diagram.updated", diagram, second);
  }

  private void add(String type, UUID object, int second) {
    events.add(
        new LoggedEvent(
            UUID.randomUUID(),
            STREAM,
            events.size() + 1L,
            type,
            STREAM,
            "x",
            object,
            null,
            false,
            null,
            START.plusSeconds(second),
            START));
  }

  private Portion portion(int second) {
    return Portion.of(seenAt(second), false, Duration.ofSeconds(5), Duration.ofSeconds(60));
  }

  private List<LoggedEvent> seenAt(int second) {
    return events.stream()
        .map(e ->
            new LoggedEvent(
                e.id(),
                e.stream(),
                e.number(),
                e.type(),
                e.threatModelId(),
                e.objectType(),
                e.objectId(),
                e.ownerId(),
                e.confidential(),
                e.data(),
                e.occurredAt(),
                START.plusSeconds(second)))
        .toList();
  }

  private static List<Long> numbers(List<LoggedEvent> events) {
    return events.stream().map(LoggedEvent::number).toList();
  }
}
