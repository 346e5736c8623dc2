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
    with.ledger.slow = true;
    ListeningPeer ana = with.join(ANA);
    Committed first = with.ledger.elsewhere(BEN);
    with.room.arrived(List.of(first));
    with.ledger.answerOne();
    with.room.arrived(List.of(with.ledger.elsewhere(BEN)));

    assertThat(ana.words()).containsExactly("state 1", "event 2");
    assertThat(ben.words()).containsExactly("state 0", "event 1", "event 2");
  }

  @Test
  void aStateOlderThanTheDeliveryIsFollowedByIt() {
    with.join(BEN);
    ListeningPeer ana = new ListeningPeer(ANA);
    with.ledger.slow = true;
    with.room.join(ana, java.util.OptionalLong.empty());
    with.ledger.answerOne();
    with.ledger.slow = false;
    with.room.arrived(List.of(with.ledger.elsewhere(BEN)));

    assertThat(ana.words()).containsExactly("state 0", "event 1");
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
    with.join(BEN);
    with.ledger.slow = true;
    ListeningPeer ana = with.join(ANA);
    with.edit(ana);
    assertThat(with.ledger.groups).isEmpty();

    with.ledger.answerOne();
    with.ledger.answerOne();

    assertThat(ana.words()).containsExactly("state 0", "ack 1");
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
    with.ledger.slow = true;
    with.edit(ana);
    with.room.resynchronise(ana);

    with.ledger.answerOne();
    with.ledger.answerOne();

    assertThat(ana.words()).containsExactly("state 0", "ack 1", "state 1");
  }

  @Test
  void aSecondRequestForAStateMakesTheFirstVoid() {
    ListeningPeer ana = with.join(ANA);
    with.ledger.slow = true;
    with.room.resynchronise(ana);
    with.room.arrived(List.of(with.ledger.elsewhere(BEN)));
    with.room.resynchronise(ana);

    with.ledger.answerOne();
    with.ledger.answerOne();

    assertThat(ana.words()).containsExactly("state 0", "state 1");
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
