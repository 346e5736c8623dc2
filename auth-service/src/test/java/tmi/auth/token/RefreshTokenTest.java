package tmi.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {
  private static final String TOKEN = "4f8a2f8e-0d5c-4c0e-9d0e-2f1f0c1b2a39";
  private static final byte[] SALT = "some random bytes".getBytes(StandardCharsets.UTF_8);

  @Test
  void successorIsTheSameForTheSameTokenAndSalt() {
    assertThat(RefreshToken.successor(TOKEN, SALT)).isEqualTo(RefreshToken.successor(TOKEN, SALT));
  }

  @Test
  void successorNeedsBothTheTokenAndTheSalt() {
    assertThat(RefreshToken.successor(TOKEN, SALT))
        .isNotEqualTo(RefreshToken.successor(TOKEN.replace('4', '5'), SALT))
        .isNotEqualTo(RefreshToken.successor(TOKEN, new byte[] {1}));
  }

  @Test
  void successorHasTheFormOfARandomUuid() {
    UUID successor = UUID.fromString(RefreshToken.successor(TOKEN, SALT));

    assertThat(successor.version()).isEqualTo(4);
    assertThat(successor.variant()).isEqualTo(2);
  }
}
