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
  void fewLargeOperationsCountLikeManySmallOnes() {
    ListeningPeer ana = with.join(ANA);
    with.open = false;
    for (int i = 0; i < 5; i++) {
      with.edit(ana, UUID.randomUUID(), null, 1_000_000);
    }
    assertThat(ana.words()).containsExactly("state 0", "error too_many_operations");

    with.open = true;
    with.room.wake();
    with.edit(ana, UUID.randomUUID(), null, 1_000_000);

    assertThat(ana.words()).endsWith("ack 4", "ack 5");
  }

  @Test
  void allSocketsOfARoomTogetherAreBoundedToo() {
    List<ListeningPeer> peers = new java.util.ArrayList<>();
    for (int i = 0; i < 9; i++) {
      peers.add(with.join(UUID.randomUUID()));
    }
    with.open = false;
    for (ListeningPeer peer : peers) {
      for (int i = 0; i < 4; i++) {
        with.edit(peer, UUID.randomUUID(), null, 1_000_000);
      }
    }

    assertThat(peers.get(7).words()).containsExactly("state 0");
    assertThat(peers.get(8).words())
        .hasSize(5)
        .allMatch(word -> word.equals("state 0") || word.equals("error too_many_operations"));
    with.open = true;
    with.room.wake();
    assertThat(with.ledger.log).hasSize(32);
  }

  @Test
  void whatWasSaidByOneWhoLeftBeforeHisStateCountsNoMore() {
    with.ledger.slow = true;
    for (int i = 0; i < 20; i++) {
      ListeningPeer early = with.join(ANA);
      for (int k = 0; k < 4; k++) {
        with.edit(early, UUID.randomUUID(), null, 1_000_000);
      }
      assertThat(early.words()).isEmpty();
      with.room.leave(early);
    }
  }

  @Test
  void whatIsSaidBeforeTheFirstStateIsBoundedAsWell() {
    with.ledger.slow = true;
    ListeningPeer ana = with.join(ANA);
    for (int i = 0; i < 5; i++) {
      with.edit(ana, UUID.randomUUID(), null, 1_000_000);
    }
    assertThat(ana.words()).containsExactly("error too_many_operations");

    for (int i = 0; i < 300; i++) {
      with.room.status(ana);
    }
    assertThat(ana.words()).hasSize(1 + 300 - (256 - 4));
  }

  @Test
  void aGroupThatWaitedForTheDatabaseAsksAgainWhoMayWrite() {
    ListeningPeer ana = with.join(ANA);
    ListeningPeer ben = with.join(BEN);
    with.ledger.down = true;
    with.edit(ana);
    with.edit(ana);
    with.edit(ben);
    ana.mayWrite = false;
    with.ledger.down = false;

    with.timers.pass();

    assertThat(ana.words()).containsExactly("state 0", "denied", "denied", "event 1");
    assertThat(ben.words()).containsExactly("state 0", "ack 1");
    assertThat(with.ledger.log).extracting(applied -> applied.author()).containsExactly(BEN);
  }

  @Test
  void aGroupThatWaitedForTheDatabaseGoesThroughTheGateAgain() {
    ListeningPeer ana = with.join(ANA);
    with.ledger.down = true;
    with.edit(ana);
    with.open = false;
    with.ledger.down = false;
    with.timers.pass();
    assertThat(with.ledger.log).isEmpty();

    with.open = true;
    with.room.wake();

    assertThat(ana.words()).containsExactly("state 0", "ack 1");
  }

  @Test
  void anOperationThatCannotBeStoredIsRefusedAloneAndHoldsUpNobody() {
    ListeningPeer ana = with.join(ANA);
    ListeningPeer ben = with.join(BEN);
    with.ledger.slow = true;
    with.edit(ben);
    with.ledger.poison = with.edit(ana);
    with.edit(ben);
    with.ledger.answerOne();
    with.ledger.slow = false;
    with.ledger.answerOne();

    for (int i = 0; i < 12; i++) {
      with.timers.pass();
    }

    assertThat(ana.words()).containsExactly("state 0", "event 1", "rejected after 1", "event 2");
    assertThat(ana.got.get(2).path("details").asText()).isEqualTo("save_failed");
    assertThat(ben.words()).containsExactly("state 0", "ack 1", "ack 2");
    assertThat(with.timers.waiting()).isZero();
  }

  @Test
  void aDatabaseThatIsAwayForLongRefusesNobody() {
    ListeningPeer ana = with.join(ANA);
    with.ledger.down = true;
    with.edit(ana);
    with.edit(ana);
    for (int i = 0; i < 30; i++) {
      with.timers.pass();
    }

    with.ledger.down = false;
    with.timers.pass();

    assertThat(ana.words()).containsExactly("state 0", "ack 1", "ack 2");
  }

  @Test
  void undoWithNothingLeftSaysSo() {
    ListeningPeer ana = with.join(ANA);

    with.room.submit(ana, new Draft.Undo(UUID.randomUUID()), 40);

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
