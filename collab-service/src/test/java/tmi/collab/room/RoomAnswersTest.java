package tmi.collab.room;

import static org.assertj.core.api.Assertions.assertThat;
import static tmi.collab.room.RoomFixture.ANA;
import static tmi.collab.room.RoomFixture.BEN;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tmi.collab.relay.Committed;

/// Refusals, no-ops and repetitions are answered in the same line.
class RoomAnswersTest {
  private final RoomFixture with = new RoomFixture();

  @Test
  void aRefusalLeavesAfterWhatItWasJudgedBy() {
    ListeningPeer ana = with.join(ANA);
    Committed elsewhere = with.ledger.elsewhere(BEN);

    with.editWrongly(ana);
    assertThat(ana.words()).containsExactly("state 0");

    with.room.arrived(List.of(elsewhere));
    assertThat(ana.words()).containsExactly("state 0", "event 1", "rejected after 1");
    assertThat(ana.last().path("reason").asText()).isEqualTo("conflict_detected");
    assertThat(ana.last().path("details").asText()).isEqualTo("update_nonexistent_cell");
  }

  @Test
  void nothingToDoIsAcknowledgedWithTheHeadAndTellsNobody() {
    ListeningPeer ana = with.join(ANA);
    ListeningPeer ben = with.join(BEN);
    with.edit(ben);

    with.removeNothing(ana);

    assertThat(ana.words()).containsExactly("state 0", "event 1", "ack 1");
    assertThat(ben.words()).containsExactly("state 0", "ack 1");
  }

  @Test
  void oneRefusalInAGroupDoesNotHoldUpTheOthers() {
    ListeningPeer ana = with.join(ANA);
    with.ledger.slow = true;
    with.edit(ana);
    with.editWrongly(ana);
    with.edit(ana);
    with.ledger.answerOne();
    with.ledger.answerOne();

    assertThat(ana.words()).containsExactly("state 0", "ack 1", "rejected after 1", "ack 2");
  }

  @Test
  void theSameOperationAgainIsAcknowledgedAgainAndNotApplied() {
    ListeningPeer ana = with.join(ANA);
    ListeningPeer ben = with.join(BEN);
    UUID id = with.edit(ana);

    with.edit(ana, id, null);

    assertThat(ana.words()).containsExactly("state 0", "ack 1", "ack 1");
    assertThat(ben.words()).containsExactly("state 0", "event 1");
  }

  @Test
  void aReaderIsDeniedWithTheIdOfTheOperation() {
    ListeningPeer ana = with.join(ANA);
    ana.mayWrite = false;

    UUID id = with.edit(ana);

    assertThat(ana.words()).containsExactly("state 0", "denied");
    assertThat(ana.last().path("original_operation_id").asText()).isEqualTo(id.toString());
    assertThat(with.ledger.log).isEmpty();
  }

  @Test
  void aDeadDatabaseDelaysAndLosesNothing() {
    ListeningPeer ana = with.join(ANA);
    with.ledger.down = true;
    with.edit(ana);
    with.edit(ana);
    with.timers.pass();
    assertThat(ana.words()).containsExactly("state 0");

    with.ledger.down = false;
    with.timers.pass();

    assertThat(ana.words()).containsExactly("state 0", "ack 1", "ack 2");
  }

  @Test
  void nothingIsTakenWhileTheGateIsShut() {
    ListeningPeer ana = with.join(ANA);
    with.open = false;
    with.edit(ana);
    assertThat(with.ledger.log).isEmpty();

    with.open = true;
    with.room.wake();

    assertThat(ana.words()).containsExactly("state 0", "ack 1");
  }

  @Test
  void tooManyUnansweredOperationsAreRefusedHarmlessly() {
    ListeningPeer ana = with.join(ANA);
    with.open = false;
    for (int i = 0; i < 257; i++) {
      with.edit(ana);
    }

    assertThat(ana.words()).containsExactly("state 0", "error too_many_operations");
    assertThat(ana.last().path("error").asText()).isEqualTo("validation_error");
  }

  @Test
  void undoWithNothingLeftSaysSo() {
    ListeningPeer ana = with.join(ANA);

    with.room.submit(ana, new Draft.Undo(UUID.randomUUID()));

    assertThat(ana.words()).containsExactly("state 0", "history no_operations_to_undo");
  }

  @Test
  void theBaseIsNeverBelowTheStateThatWasGivenNorAboveWhatWasTold() {
    with.ledger.elsewhere(BEN);
    ListeningPeer ana = with.join(ANA);

    with.edit(ana, UUID.randomUUID(), 0L);
    with.edit(ana, UUID.randomUUID(), 99L);
    with.edit(ana, UUID.randomUUID(), null);
    with.edit(ana, UUID.randomUUID(), 2L);

    assertThat(with.ledger.bases).containsExactly(1L, 2L, 3L, 2L);
  }

  @Test
  void theOneWhoEndsTheSessionSeesOnlyTheClose() {
    ListeningPeer ana = with.join(ANA);
    ListeningPeer ben = with.join(BEN);

    with.room.end(RoomFixture.SESSION, ANA);

    assertThat(ana.words()).containsExactly("state 0");
    assertThat(ben.words()).containsExactly("state 0", "error session_terminated");
    assertThat(ana.closed).startsWith("1000 ");
    assertThat(ben.closed).isEqualTo("1000 Session terminated");
  }

  @Test
  void theEndOfAnEarlierSessionTouchesNobody() {
    ListeningPeer ana = with.join(ANA);

    with.room.end(UUID.randomUUID(), BEN);

    assertThat(ana.words()).containsExactly("state 0");
    assertThat(ana.closed).isEmpty();
  }

  @Test
  void aRoomThatIsToCloseAnswersFirst() {
    ListeningPeer ana = with.join(ANA);
    with.ledger.slow = true;
    with.edit(ana);

    with.room.closeOnceIdle(1001, "server stopping");
    assertThat(ana.closed).isEmpty();

    with.ledger.answerOne();
    with.timers.pass();
    assertThat(ana.words()).containsExactly("state 0", "ack 1");
    assertThat(ana.closed).isEqualTo("1001 server stopping");
  }
}
