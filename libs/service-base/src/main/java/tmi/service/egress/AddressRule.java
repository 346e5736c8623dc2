package tmi.service.egress;

import java.util.Arrays;
import java.util.List;

/// Which addresses may be connected to: the public internet's, and nothing that the special-purpose
/// registries set apart. Judged by bytes, never by text, and through every wrapping of an IPv4
/// address in an IPv6 one.
final class AddressRule {
  private static final List<AddressRange> LOOPBACK = ranges("127.0.0.0/8");

  private static final List<AddressRange> CLOSED_IPV4 =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "168.63.129.16/32"); // the last: a cloud's platform address inside public space

  // Only 2000::/3 is global unicast, so everything outside it is closed without being named.
  private static final AddressRange GLOBAL_IPV6 = AddressRange.of("2000::/3");
  private static final List<AddressRange> CLOSED_IPV6 =
      ranges("2001::/23", "2001:db8::/32", "3fff::/20");

  private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");
  private static final AddressRange SIX_TO_FOUR = AddressRange.of("2002::/16");

  private AddressRule() {}

  static boolean allows(byte[] address, boolean loopbackToo) {
    byte[] plain = unwrapped(address);
    if (loopbackToo && isLoopback(plain)) {
      return true;
    }
    return plain.length == 4
        ? CLOSED_IPV4.stream().noneMatch(range -> range.contains(plain))
        : GLOBAL_IPV6.contains(plain)
            && CLOSED_IPV6.stream().noneMatch(range -> range.contains(plain));
  }

  private static boolean isLoopback(byte[] address) {
    return LOOPBACK.stream().anyMatch(range -> range.contains(address))
        || address.length == 16 && isMostlyZero(address, 15) && address[15] == 1;
  }

  /// The IPv4 address that the network will in truth connect to, where one is wrapped.
  private static byte[] unwrapped(byte[] address) {
    if (address.length != 16) {
      return address;
    }
    if (isMapped(address) || NAT64.contains(address)) {
      return Arrays.copyOfRange(address, 12, 16);
    }
    return SIX_TO_FOUR.contains(address) ? Arrays.copyOfRange(address, 2, 6) : address;
  }

  // By hand: the platform turns a mapped literal into an IPv4 address before it could be a range.
  private static boolean isMapped(byte[] address) {
    return isMostlyZero(address, 10) && address[10] == -1 && address[11] == -1;
  }

  private static boolean isMostlyZero(byte[] address, int leading) {
    for (int i = 0; i < leading; i++) {
      if (address[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static List<AddressRange> ranges(String... texts) {
    return Arrays.stream(texts).map(AddressRange::of).toList();
  }
}
