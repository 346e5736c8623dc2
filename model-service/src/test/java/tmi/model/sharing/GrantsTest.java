package tmi.model.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tmi.kernel.identity.Role;
import tmi.kernel.problem.Problem;

class GrantsTest {
  @Test
  void olderFieldNamesMeanTheSame() {
    var sent = new NewAuthorization(null, null, null, null, null, "reader", "everyone", "group");

    assertThat(Grants.distinct(List.of(sent)))
        .containsExactly(new Grant(PrincipalKind.GROUP, "tmi", "everyone", "", Role.READER));
  }

  @Test
  void everyoneIsOfTheProviderTmiWhateverIsSaid() {
    assertThat(Grants.distinct(List.of(line("group", "github", "everyone", "reader"))))
        .extracting(Grant::provider)
        .containsExactly("tmi");
  }

  @Test
  void wordsAreTakenInAnySpelling() {
    assertThat(Grants.distinct(List.of(line("USER", "tmi", "bob", "Writer"))))
        .containsExactly(new Grant(PrincipalKind.USER, "tmi", "bob", "", Role.WRITER));
  }

  @Test
  void aSubjectNamedTwiceIsRefusedInAWholeList() {
    var twice = List.of(line("user", "tmi", "bob", "reader"), line("user", "tmi", "bob", "owner"));

    assertThatThrownBy(() -> Grants.distinct(twice))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("bob");
  }

  @Test
  void inAPatchTheLastLineAboutASubjectHolds() {
    var twice = List.of(line("user", "tmi", "bob", "reader"), line("user", "tmi", "bob", "owner"));

    assertThat(Grants.lastWins(twice)).extracting(Grant::role).containsExactly(Role.OWNER);
  }

  @Test
  void theSameIdOfAnotherProviderIsAnotherSubject() {
    var two = List.of(line("user", "tmi", "bob", "reader"), line("user", "github", "bob", "owner"));

    assertThat(Grants.distinct(two)).hasSize(2);
  }

  @Test
  void aLineThatNamesNobodyIsRefused() {
    assertRefused(line("user", "tmi", null, "reader"));
    assertRefused(line("group", "tmi", null, "reader"));
    assertRefused(line("user", null, "bob", "reader"));
    assertRefused(line("user", "*", "bob", "reader"));
    assertRefused(line("robot", "tmi", "bob", "reader"));
    assertRefused(line("user", "tmi", "bob", "admin"));
    assertRefused(line("user", "tmi", "b".repeat(256), "reader"));
  }

  @Test
  void anEmailStandsForAPersonButNotForAGroup() {
    var person = new NewAuthorization("user", "tmi", null, null, "b@x.org", "reader", null, null);
    var group = new NewAuthorization("group", "tmi", null, null, "b@x.org", "reader", null, null);

    assertThat(Grants.distinct(List.of(person)))
        .extracting(Grant::email)
        .containsExactly("b@x.org");
    assertRefused(group);
  }

  @Test
  void aListHasAtMostAThousandLines() {
    assertThatThrownBy(
            () -> Grants.lastWins(Collections.nCopies(1001, line("user", "tmi", "bob", "reader"))))
        .hasMessageContaining("1000");
  }

  private static void assertRefused(NewAuthorization sent) {
    assertThatThrownBy(() -> Grants.distinct(List.of(sent)))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(400));
  }

  private static NewAuthorization line(String kind, String provider, String id, String role) {
    return new NewAuthorization(kind, provider, id, null, null, role, null, null);
  }
}
