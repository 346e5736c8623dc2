package tmi.auth.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {

  @Test
  void clientIsWhomTheGatewayNamesElseThePeer() {
    assertThat(ClientAddress.of("2001:db8::1", "10.0.0.1")).isEqualTo("2001:db8::1");
    assertThat(ClientAddress.of(" ", "10.0.0.1")).isEqualTo("10.0.0.1");
    assertThat(ClientAddress.of(null, "10.0.0.1")).isEqualTo("10.0.0.1");
  }

  @Test
  void thisMachineIsLocal() {
    assertThat(ClientAddress.isLocal("127.0.0.1")).isTrue();
    assertThat(ClientAddress.isLocal("::1")).isTrue();
    assertThat(ClientAddress.isLocal("203.0.113.9")).isFalse();
  }
}
