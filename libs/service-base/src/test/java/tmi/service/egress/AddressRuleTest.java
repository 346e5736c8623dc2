package tmi.service.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {
  private static final EgressPolicy PUBLIC = new EgressPolicy(false, false);
  private static final EgressPolicy LOOPBACK = new EgressPolicy(false, true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "169.254.169.254",
        "169.254.170.2",
        "100.64.0.1",
        "100.100.100.200",
        "192.0.0.192",
        "192.0.2.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "168.63.129.16",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "192.88.99.1",
        "::",
        "::1",
        "::127.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "100::1",
        "2001::1",
        "3fff::1",
        "5f00::1"
      })
  void specialPurposeAddressIsRefused(String text) {
    assertThat(AddressRule.allows(InetAddress.ofLiteral(text).getAddress(), PUBLIC)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "172.15.255.255",
        "172.32.0.1",
        "100.128.0.1",
        "100.63.255.255",
        "11.0.0.1",
        "1.1.1.1",
        "169.253.0.1",
        "198.20.0.1",
        "223.255.255.255",
        "168.63.129.17",
        "2606:4700::1111",
        "2a00:1450::1",
        "64:ff9b::101:101",
        "2002:101:101::"
      })
  void publicAddressJustOutsideIsAllowed(String text) {
    assertThat(AddressRule.allows(InetAddress.ofLiteral(text).getAddress(), PUBLIC)).isTrue();
  }

  @Test
  void mappedAddressIsJudgedByWhatItWraps() {
    // The platform unwraps these by itself; a resolver of another make need not.
    assertThat(AddressRule.allows(mapped(127, 0, 0, 1), PUBLIC)).isFalse();
    assertThat(AddressRule.allows(mapped(10, 0, 0, 1), PUBLIC)).isFalse();
    assertThat(AddressRule.allows(mapped(1, 1, 1, 1), PUBLIC)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1"})
  void switchOpensLoopback(String text) {
    assertThat(AddressRule.allows(InetAddress.ofLiteral(text).getAddress(), LOOPBACK)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "169.254.169.254", "0.0.0.0", "::", "fe80::1"})
  void switchOpensLoopbackAlone(String text) {
    assertThat(AddressRule.allows(InetAddress.ofLiteral(text).getAddress(), LOOPBACK)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"198.41.0.4", "64:ff9b::c629:4", "2a00:1450::1", "127.0.0.1"})
  void installationClosesRangesOfItsOwn(String text) {
    EgressPolicy closed =
        new EgressPolicy(
            false,
            true,
            List.of(
                AddressRange.of("198.41.0.0/16"),
                AddressRange.of(" 2a00:1450::/32 "),
                AddressRange.of("127.0.0.0/8")));
    assertThat(AddressRule.refusal(InetAddress.ofLiteral(text).getAddress(), closed))
        .get()
        .asString()
        .endsWith("(closed by this installation)");
    assertThat(AddressRule.allows(InetAddress.ofLiteral("198.42.0.4").getAddress(), closed))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "10.0.0.0/x", "example.org/8", "", "::/129"})
  void rangeThatIsNoneIsNamed(String text) {
    assertThatThrownBy(() -> AddressRange.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] mapped(int... last) {
    byte[] address = new byte[16];
    address[10] = address[11] = -1;
    for (int i = 0; i < 4; i++) {
      address[12 + i] = (byte) last[i];
    }
    return address;
  }
}
