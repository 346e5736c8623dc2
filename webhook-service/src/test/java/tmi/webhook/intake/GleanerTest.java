package tmi.webhook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tmi.webhook.delivery.NewDelivery;

class GleanerTest {
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private static final UUID ONE = new UUID(7, 1);
  private static final UUID OTHER = new UUID(7, 2);

  private final List<LoggedEvent> events = new ArrayList<>();

  @Test
  void listenersOfOneEventShareItsBytes() {
    act(ONE, 1);

    List<NewDelivery> made = glean(5, 100).made();

    assertThat(made).hasSize(5);
    assertThat(made.stream().map(NewDelivery::body)).allMatch(made.getFirst().body()::equals);
  }

  @Test
  void whatHasNoRoomStaysForTheNextTime() {
    IntStream.rangeClosed(1, 5).forEach(number -> act(ONE, number));
    IntStream.rangeClosed(1, 5).forEach(number -> act(OTHER, number));

    Harvest harvest = glean(3, 10);

    assertThat(harvest.made()).hasSize(9);
    assertThat(harvest.taken()).containsExactlyElementsOf(ids(0, 3));
    assertThat(harvest.more()).isTrue();
  }

  @Test
  void eventWithMoreListenersThanRoomIsToldAllTheSame() {
    act(ONE, 1);
    act(ONE, 2);

    Harvest harvest = glean(50, 10);

    assertThat(harvest.made()).hasSize(50);
    assertThat(harvest.taken()).containsExactlyElementsOf(ids(0, 1));
  }

  @Test
  void eventsThatNobodyHearsNeedNoRoom() {
    IntStream.rangeClosed(1, 50).forEach(number -> act(ONE, number));

    Harvest harvest = glean(0, 1);

    assertThat(harvest.taken()).hasSize(50);
    assertThat(harvest.more()).isFalse();
  }

  @Test
  void ofABurstWithoutRoomTheLastEditStays() {
    act(ONE, 1);
    UUID diagram = new UUID(1, 1);
    IntStream.rangeClosed(2, 6).forEach(number -> edit(ONE, number, diagram));

    Harvest harvest = glean(3, 4);

    assertThat(harvest.made().stream().map(NewDelivery::number)).containsOnly(1L);
    assertThat(harvest.taken()).containsExactlyElementsOf(ids(0, 5));
    assertThat(harvest.more()).isTrue();
  }

  private Harvest glean(int listeners, int deliveries) {
    List<Listener> hearing =
        IntStream.range(0, listeners)
            .mapToObj(i -> new Listener(new UUID(9, i), "a.example.org", null, Set.of("*")))
            .toList();
    IntakeConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(IntakeConfig.class)
            .withDefaultValue("tmi.webhook.intake.deliveries", "" + deliveries)
            .build()
            .getConfigMapping(IntakeConfig.class);
    return new Gleaner(hearing, config, UUID::randomUUID).glean(new Catch(events, false));
  }

  private List<UUID> ids(int from, int to) {
    return events.subList(from, to).stream().map(LoggedEvent::id).toList();
  }

  private void act(UUID stream, long number) {
    add(stream, number, "threat.created", new UUID(2, number));
  }

  private void edit(UUID stream, long number, UUID diagram) {
    add(stream, number, "diagram.updated", diagram);
  }

  private void add(UUID stream, long number, String type, UUID object) {
    events.add(
        new LoggedEvent(
            UUID.randomUUID(),
            stream,
            number,
            type,
            stream,
            "thing",
            object,
            null,
            false,
            null,
            START,
            START.plusSeconds(100)));
  }
}
