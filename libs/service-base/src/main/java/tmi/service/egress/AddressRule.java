package tmi.service.egress;

import java.util.Arrays;
import java.util.Optional;

/// Which addresses may be connected to: the public internet's, and nothing that the special-purpose
/// registries set apart. Judged by bytes, never by text, and through every wrapping of an IPv4
/// address in an IPv6 one.
final class AddressRule {
  private static final AddressRange LOOPBACK = AddressRange.of("127.0.0.0/8");

  // Only 2000::/3 is global unicast, so everything outside it is closed without being named.
  private static final AddressRange GLOBAL_IPV6 = AddressRange.of("2000::/3");
  private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");
  private static final AddressRange SIX_TO_FOUR = AddressRange.of("2002::/16");

  private AddressRule() {}

  static boolean allows(byte[] address, EgressPolicy policy) {
    return refusal(address, policy).isEmpty();
  }

  /// The closed range that the address is in, with its purpose; nothing for one that is open. What
  /// the installation closed stays closed, whatever else is opened.
  static Optional<String> refusal(byte[] address, EgressPolicy policy) {
    byte[] plain = unwrapped(address);
    Optional<String> ours =
        policy.closed().stream()
            .filter(range -> range.contains(plain) || range.contains(address))
            .map(range -> range.text() + " (closed by this installation)")
            .findFirst();
    if (ours.isPresent() || policy.loopback() && isLoopback(plain)) {
      return ours;
    }
    if (plain.length == 16 && !GLOBAL_IPV6.contains(plain)) {
      return Optional.of("not public");
    }
    return (plain.length == 4 ? ClosedRange.ipv4() : ClosedRange.ipv6())
        .filter(closed -> closed.range().contains(plain))
        .map(ClosedRange::toString)
        .findFirst();
  }

  private static boolean isLoopback(byte[] address) {
    return LOOPBACK.contains(address)
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
}
