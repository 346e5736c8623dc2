package tmi.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tmi.auth.user.ProvedIdentity;

class DevelopmentPersonTest {

  @Test
  void hintBecomesIdMailAndName() {
    assertThat(DevelopmentPerson.named(new LoginHint("mary-ann-2")))
        .isEqualTo(
            new ProvedIdentity(
                "tmi",
                "mary-ann-2",
                "mary-ann-2@tmi.local",
                false,
                "Mary Ann 2 (TMI User)",
                List.of()));
  }

  @Test
  void everySignBetweenWordsIsABlankInTheName() {
    assertThat(DevelopmentPerson.named(new LoginHint("mary.jones_2+x")).name())
        .isEqualTo("Mary Jones 2 X (TMI User)");
    assertThat(DevelopmentPerson.named(new LoginHint("m")).name()).isEqualTo("M (TMI User)");
  }

  @Test
  void withoutHintItIsSomebodyNew() {
    assertThat(DevelopmentPerson.unnamed("00000042"))
        .isEqualTo(
            new ProvedIdentity(
                "tmi",
                "testuser-00000042",
                "testuser-00000042@tmi.local",
                false,
                "Test User 00000042",
                List.of()));
  }
}
