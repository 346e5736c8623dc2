package tmi.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tmi.gateway.admission.Quota.Outcome;

class QuotaTest {
  private final Quota quota = new Quota(100, 60);

  @Test
  void anAddressGetsItsShareAndNoMore() {
    assertThat(quota.take("a", 60)).isEqualTo(Outcome.TAKEN);
    assertThat(quota.take("a", 1)).isEqualTo(Outcome.ADDRESS_IS_FULL);
    assertThat(quota.take("b", 40)).isEqualTo(Outcome.TAKEN);
  }

  @Test
  void allTogetherGetTheWhole() {
    quota.take("a", 60);
    quota.take("b", 40);

    assertThat(quota.take("c", 1)).isEqualTo(Outcome.ALL_IS_FULL);
  }

  @Test
  void whatIsRefusedHoldsNothingAndWhatIsGivenBackIsForgotten() {
    quota.take("a", 60);
    quota.take("a", 60);
    quota.take("b", 41);
    quota.give("a", 60);

    assertThat(quota.held()).isZero();
    assertThat(quota.addresses()).isZero();
  }
}
