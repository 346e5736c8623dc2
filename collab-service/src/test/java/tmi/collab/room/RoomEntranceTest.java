package tmi.collab.room;

import static org.assertj.core.api.Assertions.assertThat;
import static tmi.collab.room.RoomFixture.ANA;
import static tmi.collab.room.RoomFixture.BEN;

import java.util.List;
import org.junit.jupiter.api.Test;
import tmi.collab.presence.Roster;
import tmi.collab.relay.Committed;

/// Whoever comes, comes back or fell behind gets a state and what follows it: no gap, nothing
/// twice.
class RoomEntranceTest {
  private final RoomFixture with = new RoomFixture();

  @Test
  void whatIsDeliveredDuringTheReadFollowsTheState() {
    ListeningPeer ben = with.join(BEN);
    with.edit(ben);
    with.ledger.slow = true;
    ListeningPeer ana = with.join(ANA);
    Committed first = with.ledger.elsewhere(BEN);
    with.room.arrived(List.of(first));
    with.ledger.answerOne();
    with.room.arrived(List.of(with.ledger.elsewhere(BEN)));

    assertThat(ana.words()).containsExactly("state 2", "event 3");
    assertThat(ben.words()).containsExactly("state 0", "ack 1", "event 2", "event 3");
  }

  @Test
  void aStateOlderThanTheDeliveryIsFollowedByIt() {
    with.edit(with.join(BEN));
    ListeningPeer ana = new ListeningPeer(ANA);
    with.ledger.slow = true;
    with.room.join(ana, java.util.OptionalLong.empty());
    with.ledger.answerOne();
    with.ledger.slow = false;
    with.room.arrived(List.of(with.ledger.elsewhere(BEN)));

    assertThat(ana.words()).containsExactly("state 1", "event 2");
  }

  @Test
  void theFirstSocketWaitsForTheBeginningOfTheOrder() {
    with.ledger.elsewhere(BEN);
    with.ledger.slow = true;
    ListeningPeer ana = with.join(ANA);
    Committed early = with.ledger.elsewhere(BEN);
    with.room.arrived(List.of(early));
    with.ledger.answerOne();
    with.ledger.answerOne();
    with.ledger.slow = false;
    with.room.arrived(List.of(with.ledger.elsewhere(BEN)));

    assertThat(ana.words()).containsExactly("state 2", "event 3");
  }

  @Test
  void anOperationSentBeforeTheStateWaitsForIt() {
    with.edit(with.join(BEN));
    with.ledger.slow = true;
    ListeningPeer ana = with.join(ANA);
    with.edit(ana);
    assertThat(with.ledger.groups).hasSize(1);

    with.ledger.answerOne();
    with.ledger.answerOne();

    assertThat(ana.words()).containsExactly("state 1", "ack 2");
  }

  @Test
  void whoComesBackGetsExactlyWhatWasMissed() {
    ListeningPeer ben = with.join(BEN);
    with.edit(ben);
    with.edit(ben);
    with.edit(ben);

    ListeningPeer ana = with.rejoin(ANA, 1);

    assertThat(ana.words()).containsExactly("event 2", "event 3", "status 3");
  }

  @Test
  void whoMissedNothingIsTold() {
    ListeningPeer ben = with.join(BEN);
    with.edit(ben);

    assertThat(with.rejoin(ANA, 1).words()).containsExactly("status 1");
  }

  @Test
  void whoComesBackTooLateGetsTheState() {
    ListeningPeer ben = with.join(BEN);
    with.edit(ben);
    with.edit(ben);
    with.ledger.oldest = 1;

    assertThat(with.rejoin(ANA, 0).words()).containsExactly("state 2");
  }

  @Test
  void whoClaimsToKnowTheFutureGetsTheState() {
    with.join(BEN);

    assertThat(with.rejoin(ANA, 17).words()).containsExactly("state 0");
  }

  @Test
  void aReaderThatFellBehindGetsAStateInPlaceOfEvents() {
    ListeningPeer ana = with.join(ANA);
    ListeningPeer ben = with.join(BEN);
    with.edit(ben);
    with.ledger.slow = true;

    with.room.resynchronise(ana);
    with.room.arrived(List.of(with.ledger.elsewhere(BEN)));
    with.ledger.answerOne();
    with.ledger.slow = false;
    with.edit(ben);

    assertThat(ana.words()).containsExactly("state 0", "event 1", "state 2", "event 3");
  }

  @Test
  void anAcknowledgementIsNotLostToAState() {
    ListeningPeer ana = with.join(ANA);
    with.edit(ana);
    with.ledger.slow = true;
    with.edit(ana);
    with.room.resynchronise(ana);

    with.ledger.answerOne();
    with.ledger.answerOne();

    assertThat(ana.words()).containsExactly("state 0", "ack 1", "ack 2", "state 2");
  }

  @Test
  void aSecondRequestForAStateSharesTheReadOfTheFirst() {
    ListeningPeer ana = with.join(ANA);
    with.edit(ana);
    with.ledger.slow = true;
    with.room.resynchronise(ana);
    with.room.arrived(List.of(with.ledger.elsewhere(BEN)));
    with.room.resynchronise(ana);

    with.ledger.answerOne();

    assertThat(ana.words()).containsExactly("state 0", "ack 1", "state 2");
    assertThat(with.ledger.waiting).isEmpty();
  }

  @Test
  void aStateThatWasReadTooEarlyForOneIsReadAgainForHim() {
    ListeningPeer ben = with.join(BEN);
    with.edit(ben);
    with.ledger.slow = true;
    with.ledger.readsEarly = true;
    ListeningPeer first = with.join(ANA);
    with.room.arrived(List.of(with.ledger.elsewhere(BEN)));
    ListeningPeer second = with.join(ANA);

    with.ledger.answerOne();
    assertThat(first.words()).containsExactly("state 1", "event 2");
    assertThat(second.words()).isEmpty();
    with.ledger.answerOne();

    assertThat(second.words()).containsExactly("state 2");
    assertThat(with.ledger.waiting).isEmpty();
  }

  @Test
  void aRoomOfTwoHundredThatJoinsAtOnceCostsOneReadAndOneEncoding() {
    for (int i = 0; i < 256; i++) {
      with.ledger.cells.add("{\"id\":\"" + "x".repeat(65_527) + "\"}");
    }
    with.ledger.slow = true;
    List<ListeningPeer> peers = new java.util.ArrayList<>();
    List<Frame> frames = new java.util.ArrayList<>();
    for (int i = 0; i < 200; i++) {
      peers.add(ListeningPeer.thatKeeps(frames));
      with.room.join(peers.getLast(), java.util.OptionalLong.empty());
    }

    with.ledger.answerOne();
    with.ledger.answerOne();

    assertThat(with.ledger.waiting).isEmpty();
    assertThat(with.ledger.statesRead).isEqualTo(1);
    assertThat(frames).hasSize(200).allMatch(frame -> frame == frames.getFirst());
    assertThat(frames.getFirst().size()).isGreaterThan(16 * 1024 * 1024);
  }

  @Test
  void whoComesWhileNothingChangesIsGivenTheSameStateAgain() {
    ListeningPeer ben = with.join(BEN);
    ListeningPeer ana = with.join(ANA);
    assertThat(ana.frames.getFirst()).isSameAs(ben.frames.getFirst());
    assertThat(with.ledger.statesRead).isEqualTo(1);

    with.edit(ben);
    with.join(ANA);

    assertThat(with.ledger.statesRead).isEqualTo(2);
  }

  @Test
  void whoAsksForStatesAllTheTimeGetsFourAndThenOneForAllTheRest() {
    ListeningPeer ana = with.join(ANA);
    for (int i = 0; i < 100; i++) {
      with.room.synchronise(ana, 7L);
    }
    assertThat(ana.words()).hasSize(1 + 4).containsOnly("state 0");

    with.timers.pass();

    assertThat(ana.words()).hasSize(1 + 4 + 1).containsOnly("state 0");
  }

  @Test
  void whatIsHeldForOneWhoWaitsIsBoundedAndGivenUpForALaterState() {
    ListeningPeer ben = with.join(BEN);
    with.ledger.slow = true;
    with.ledger.readsEarly = true;
    ListeningPeer ana = new ListeningPeer(ANA);
    with.edit(ben);
    with.ledger.answerOne();
    with.room.join(ana, java.util.OptionalLong.empty());
    for (int i = 0; i < 5_001; i++) {
      with.room.arrived(List.of(with.ledger.elsewhere(BEN)));
    }
    with.room.arrived(List.of(with.ledger.elsewhere(BEN)));

    with.ledger.answerOne();
    assertThat(ana.words()).isEmpty();
    with.ledger.answerOne();

    assertThat(ana.words()).containsExactly("state 5003");
  }

  @Test
  void whoLeftBeforeTheOrderBeganIsForgotten() {
    with.ledger.down = true;
    for (int i = 0; i < 100; i++) {
      with.room.leave(with.join(ANA));
    }
    with.ledger.down = false;
    ListeningPeer ana = with.join(ANA);
    with.timers.pass();

    assertThat(ana.words()).containsExactly("state 0");
    assertThat(with.ledger.statesRead).isEqualTo(1);
  }

  @Test
  void whenTheLogDoesNotReachBackEverybodyGetsTheStateAndTheAnswer() {
    ListeningPeer ana = with.join(ANA);
    ListeningPeer ben = with.join(BEN);
    with.ledger.elsewhere(BEN);
    with.ledger.elsewhere(BEN);
    with.ledger.oldest = 1;
    with.edit(ana);

    with.timers.pass();

    assertThat(ana.words()).containsExactly("state 0", "ack 3", "state 3");
    assertThat(ben.words()).containsExactly("state 0", "state 3");
  }

  @Test
  void theListOfPeopleFollowsTheState() {
    with.room.people(roster());
    ListeningPeer ana = with.join(ANA);
    with.room.people(roster());

    assertThat(ana.words()).containsExactly("state 0", "people");
    assertThat(ana.last().has("initiating_user")).isTrue();
    assertThat(ana.last().path("initiating_user").isNull()).isTrue();
    assertThat(ana.last().has("current_presenter")).isTrue();
  }

  @Test
  void synchroniseGivesTheStateOnlyToOneWhoIsBehind() {
    ListeningPeer ana = with.join(ANA);
    with.edit(ana);

    with.room.synchronise(ana, 1L);
    with.room.synchronise(ana, 0L);
    with.room.synchronise(ana, null);

    assertThat(ana.words()).containsExactly("state 0", "ack 1", "status 1", "state 1", "state 1");
  }

  private static Roster roster() {
    return new Roster(List.of(), MemoryLedger.userOf(ANA), null);
  }
}
