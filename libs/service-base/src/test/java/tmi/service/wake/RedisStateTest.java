package tmi.service.wake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisStateTest {
  private final Logger logger = Logger.getLogger(RedisState.class.getName());
  private final List<String> lines = new ArrayList<>();
  private final Handler collecting =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.addHandler(collecting);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(collecting);
  }

  @Test
  void aThousandFailuresAreOneLineAndTheReturnIsAnother() {
    RedisState state = new RedisState();
    state.answered();
    for (int i = 0; i < 1000; i++) {
      state.failed(new IllegalStateException("refused"));
    }
    assertThat(state.isAway()).isTrue();
    state.answered();
    state.answered();

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).contains("redis went away");
    assertThat(lines.get(1)).contains("redis is back");
  }
}
