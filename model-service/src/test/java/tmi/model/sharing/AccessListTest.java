package tmi.model.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tmi.kernel.identity.BuiltInGroup;
import tmi.kernel.identity.Role;
import tmi.kernel.problem.Problem;

class AccessListTest {
  private static final UUID ALICE = new UUID(1, 1);
  private static final UUID BOB = new UUID(1, 2);
  private static final UUID CAROL = new UUID(1, 3);

  @Test
  void aNewModelIsGivenItsCreatorThenTheListThenTheGroups() {
    AccessList list = AccessList.ofNewModel(ALICE, List.of(user(BOB, Role.READER)), false);

    assertThat(list.entries())
        .containsExactly(
            user(ALICE, Role.OWNER),
            user(BOB, Role.READER),
            group(BuiltInGroup.SECURITY_REVIEWERS, Role.OWNER),
            group(BuiltInGroup.TMI_AUTOMATION, Role.WRITER));
  }

  @Test
  void aConfidentialModelGoesToTheConfidentialReviewers() {
    AccessList list = AccessList.ofNewModel(ALICE, List.of(), true);

    assertThat(list.entries())
        .contains(group(BuiltInGroup.CONFIDENTIAL_PROJECT_REVIEWERS, Role.OWNER))
        .doesNotContain(group(BuiltInGroup.SECURITY_REVIEWERS, Role.OWNER));
  }

  @Test
  void aGroupThatIsNamedKeepsTheRoleItWasNamedWith() {
    AccessEntry readers = group(BuiltInGroup.TMI_AUTOMATION, Role.READER);

    AccessList list = AccessList.ofNewModel(ALICE, List.of(readers), false);

    assertThat(list.entries()).contains(readers);
    assertThat(list.entries())
        .filteredOn(e -> e.principal().equals(readers.principal()))
        .hasSize(1);
  }

  @Test
  void aCreatorWhoIsNamedAgainHasOneEntryAsOwner() {
    AccessList list = AccessList.ofNewModel(ALICE, List.of(user(ALICE, Role.READER)), false);

    assertThat(list.entries())
        .filteredOn(e -> e.principal().equals(ALICE))
        .containsExactly(user(ALICE, Role.OWNER));
  }

  @Test
  void theOwnerStaysInAListThatLeavesHimOut() {
    AccessList list =
        AccessList.replacing(ALICE, Optional.empty(), List.of(user(BOB, Role.WRITER)));

    assertThat(list.entries()).containsExactly(user(ALICE, Role.OWNER), user(BOB, Role.WRITER));
  }

  @Test
  void aListThatLowersTheReviewerIsAConflict() {
    assertThatThrownBy(
            () -> AccessList.replacing(ALICE, Optional.of(BOB), List.of(user(BOB, Role.WRITER))))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(409));
    assertThatThrownBy(() -> AccessList.replacing(ALICE, Optional.of(BOB), List.of()))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(409));
  }

  @Test
  void whoBecomesOwnerIsRaisedAndNotNamedTwice() {
    AccessList list = new AccessList(List.of(user(ALICE, Role.OWNER), user(CAROL, Role.READER)));

    assertThat(list.withOwner(CAROL).entries())
        .containsExactly(user(ALICE, Role.OWNER), user(CAROL, Role.OWNER));
  }

  @Test
  void theOrderOfAListGrantsNothing() {
    AccessList list = new AccessList(List.of(user(ALICE, Role.OWNER), user(BOB, Role.READER)));

    assertThat(list.grantsTheSameAs(List.of(user(BOB, Role.READER), user(ALICE, Role.OWNER))))
        .isTrue();
    assertThat(list.grantsTheSameAs(List.of(user(ALICE, Role.OWNER)))).isFalse();
  }

  private static AccessEntry user(UUID id, Role role) {
    return new AccessEntry(id, PrincipalKind.USER, role);
  }

  private static AccessEntry group(BuiltInGroup group, Role role) {
    return new AccessEntry(group.id(), PrincipalKind.GROUP, role);
  }
}
