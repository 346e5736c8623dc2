package tmi.auth.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tmi.kernel.identity.BuiltInGroup;

class DevRolesTest {

  @Test
  void rolesAreReadByHint() {
    DevRoles roles = DevRoles.parse("Alice:admin,reviewer; bob:reviewer;");

    assertThat(roles.of("alice"))
        .containsExactlyInAnyOrder(BuiltInGroup.ADMINISTRATORS, BuiltInGroup.SECURITY_REVIEWERS);
    assertThat(roles.of("bob")).containsExactly(BuiltInGroup.SECURITY_REVIEWERS);
    assertThat(roles.of("carol")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "alice:king", ":admin", "alice:admin,"})
  void whatCannotBeReadStopsTheStart(String text) {
    assertThatThrownBy(() -> DevRoles.parse(text)).hasMessageContaining("TMI_DEV_ROLES");
  }
}
