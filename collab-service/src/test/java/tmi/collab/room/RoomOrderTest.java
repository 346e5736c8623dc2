package tmi.collab.room;

import static org.assertj.core.api.Assertions.assertThat;
import static tmi.collab.room.RoomFixture.ANA;
import static tmi.collab.room.RoomFixture.BEN;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tmi.collab.relay.Committed;
import tmi.collab.relay.News;

/// Everybody sees one order without a gap, and nobody is told before it is stored.
class RoomOrderTest {
  private final RoomFixture with = new RoomFixture();

  @Test
  void senderIsAcknowledgedAndOthersGetTheEvent() {
    ListeningPeer ana = with.join(ANA);
    ListeningPeer ben = with.join(BEN);

    UUID id = with.edit(ana);

    assertThat(ana.words()).containsExactly("state 0", "ack 1");
    assertThat(ben.words()).containsExactly("state 0", "event 1");
    assertThat(ana.last().path("operation_id").asText()).isEqualTo(id.toString());
    assertThat(ana.last().path("update_vector").asLong()).isEqualTo(1);
    assertThat(ben.last().path("initiating_user").path("email").asText())
        .startsWith(ANA.toString());
  }

  @Test
  void otherWindowOfTheSamePersonGetsTheEventWithoutEmail() {
    ListeningPeer first = with.join(ANA);
    ListeningPeer second = with.join(ANA);

    with.edit(first);

    assertThat(second.words()).containsExactly("state 0", "event 1");
    assertThat(second.last().path("initiating_user").path("email").asText()).isEmpty();
    assertThat(second.last().path("initiating_user").path("provider_id").asText())
        .isEqualTo(ANA.toString());
  }

  @Test
  void nothingIsAcknowledgedBeforeItIsStored() {
    ListeningPeer ana = with.join(ANA);
    with.ledger.slow = true;

    with.edit(ana);
    assertThat(ana.words()).containsExactly("state 0");

    with.ledger.answerOne();
    assertThat(ana.words()).containsExactly("state 0", "ack 1");
  }

  @Test
  void operationsThatArriveDuringACommitShareTheNext() {
    ListeningPeer ana = with.join(ANA);
    ListeningPeer ben = with.join(BEN);
    with.ledger.slow = true;

    with.edit(ana);
    with.edit(ben);
    with.edit(ana);
    with.edit(ben);
    with.ledger.answerOne();
    with.ledger.answerOne();

    assertThat(with.ledger.groups).containsExactly(1, 3);
    assertThat(ana.words()).containsExactly("state 0", "ack 1", "event 2", "ack 3", "event 4");
    assertThat(ben.words()).containsExactly("state 0", "event 1", "ack 2", "event 3", "ack 4");
    assertThat(with.published).hasSize(2);
  }

  @Test
  void whatComesTooEarlyWaitsForWhatIsBelowIt() {
    ListeningPeer ana = with.join(ANA);
    Committed first = with.ledger.elsewhere(BEN);
    Committed second = with.ledger.elsewhere(BEN);

    with.room.arrived(List.of(second));
    assertThat(ana.words()).containsExactly("state 0");

    with.room.arrived(List.of(first));
    assertThat(ana.words()).containsExactly("state 0", "event 1", "event 2");
  }

  @Test
  void whatComesTwiceLeavesOnce() {
    ListeningPeer ana = with.join(ANA);
    ListeningPeer ben = with.join(BEN);
    with.edit(ana);
    Committed first = Committed.of(with.ledger.log.getFirst(), MemoryLedger.userOf(ANA));

    with.room.arrived(List.of(first));
    with.room.arrived(List.of(first));

    assertThat(ben.words()).containsExactly("state 0", "event 1");
  }

  @Test
  void aHoleIsReadFromTheLog() {
    ListeningPeer ana = with.join(ANA);
    with.ledger.elsewhere(BEN);
    with.room.arrived(List.of(with.ledger.elsewhere(BEN)));

    with.timers.pass();

    assertThat(ana.words()).containsExactly("state 0", "event 1", "event 2");
  }

  @Test
  void theLastOperationIsFoundByTheTailCheck() {
    ListeningPeer ana = with.join(ANA);
    with.ledger.elsewhere(BEN);

    with.room.head(1);
    with.timers.pass();

    assertThat(ana.words()).containsExactly("state 0", "event 1");
  }

  @Test
  void aNumberThatTheLogDoesNotHaveIsForgotten() {
    ListeningPeer ana = with.join(ANA);

    with.room.head(7);
    with.timers.pass();
    assertThat(with.timers.waiting()).isZero();

    with.edit(ana);
    assertThat(ana.words()).containsExactly("state 0", "ack 1");
  }

  @Test
  void ownCommitWaitsForAHoleBelowIt() {
    ListeningPeer ana = with.join(ANA);
    Committed elsewhere = with.ledger.elsewhere(BEN);

    with.edit(ana);
    assertThat(ana.words()).containsExactly("state 0");

    with.room.arrived(List.of(elsewhere));
    assertThat(ana.words()).containsExactly("state 0", "event 1", "ack 2");
  }

  @Test
  void theLogMayBeQuickerThanTheAnswerToTheCommit() {
    ListeningPeer ana = with.join(ANA);
    ListeningPeer ben = with.join(BEN);
    with.ledger.losesAnswers = true;
    with.edit(ana);

    with.room.head(1);
    with.ledger.losesAnswers = false;
    with.timers.pass();
    with.timers.pass();

    assertThat(ana.words()).containsExactly("state 0", "ack 1");
    assertThat(ben.words()).containsExactly("state 0", "event 1");
    assertThat(with.ledger.log).hasSize(1);
  }

  @Test
  void committedGroupsArePublishedInOrder() {
    ListeningPeer ana = with.join(ANA);
    with.edit(ana);

    assertThat(with.published)
        .singleElement()
        .isInstanceOfSatisfying(
            News.Group.class,
            group -> assertThat(group.operations()).singleElement().returns(1L, Committed::number));
  }
}
