package tmi.service.egress;

import java.net.InetAddress;

/// A block of addresses, as bytes: `10.0.0.0/8`, `2001:db8::/32`.
public record AddressRange(byte[] prefix, int bits, String text) {
  /// Throws [IllegalArgumentException] when the text is no address, slash and number of bits.
  public static AddressRange of(String text) {
    String[] parts = text.strip().split("/", -1);
    if (parts.length != 2 || !parts[1].matches("\\d{1,3}")) {
      throw unreadable(text);
    }
    byte[] prefix = InetAddress.ofLiteral(parts[0]).getAddress();
    int bits = Integer.parseInt(parts[1]);
    if (bits > prefix.length * 8) {
      throw unreadable(text);
    }
    return new AddressRange(prefix, bits, text.strip());
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "\"" + text + "\" is no range of addresses such as 198.51.100.0/24 or 2001:db8::/32");
  }

  boolean contains(byte[] address) {
    if (address.length != prefix.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit += 8) {
      int mask = bits - bit >= 8 ? 0xFF : 0xFF << (8 - (bits - bit)) & 0xFF;
      if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
