package tmi.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = 1_000_000_000L;

  private final Pace pace = new Pace(Duration.ofSeconds(30), 1024, Duration.ofSeconds(5));

  @Test
  void whoBringsEnoughInEachStretchGoesOn() {
    assertThat(pace.judge(5 * SECOND, 5 * 1024)).isNull();
  }

  @Test
  void whoDripsIsRefusedAndToldTheRate() {
    assertThat(pace.judge(5 * SECOND, 5 * 1024 - 1).getMessage()).contains("1024 bytes a second");
    assertThat(pace.judge(5 * SECOND, 5 * 1024 - 1).status()).isEqualTo(408);
  }

  @Test
  void whoIsSteadyButNeverDoneIsRefusedAndToldTheTime() {
    assertThat(pace.judge(30 * SECOND, 1_000_000).getMessage()).contains("within 30 s");
  }
}
