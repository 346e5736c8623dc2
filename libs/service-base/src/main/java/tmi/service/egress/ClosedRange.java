package tmi.service.egress;

import java.util.List;
import java.util.stream.Stream;

/// A block of addresses that nothing is sent to, and what it is set apart for.
record ClosedRange(AddressRange range, String purpose) {
  // 168.63.129.16 is a cloud's platform address inside public space.
  private static final List<ClosedRange> IPV4 =
      Stream.of(
              "0.0.0.0/8 this network",
              "10.0.0.0/8 private",
              "100.64.0.0/10 shared by a provider's customers",
              "127.0.0.0/8 this machine",
              "169.254.0.0/16 link-local",
              "172.16.0.0/12 private",
              "192.0.0.0/24 protocol assignments",
              "192.0.2.0/24 documentation",
              "192.88.99.0/24 relays",
              "192.168.0.0/16 private",
              "198.18.0.0/15 benchmarks",
              "198.51.100.0/24 documentation",
              "203.0.113.0/24 documentation",
              "224.0.0.0/4 multicast",
              "240.0.0.0/4 reserved",
              "168.63.129.16/32 a cloud's platform")
          .map(ClosedRange::of)
          .toList();

  private static final List<ClosedRange> IPV6 =
      Stream.of(
              "2001::/23 protocol assignments",
              "2001:db8::/32 documentation",
              "3fff::/20 documentation")
          .map(ClosedRange::of)
          .toList();

  static Stream<ClosedRange> ipv4() {
    return IPV4.stream();
  }

  static Stream<ClosedRange> ipv6() {
    return IPV6.stream();
  }

  private static ClosedRange of(String line) {
    int space = line.indexOf(' ');
    return new ClosedRange(AddressRange.of(line.substring(0, space)), line.substring(space + 1));
  }

  /// As a refusal names it: `10.0.0.0/8 (private)`.
  @Override
  public String toString() {
    return range.text() + " (" + purpose + ")";
  }
}
