package tmi.gateway.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// A block of addresses, `10.0.0.0/8`, or a single one.
record AddressBlock(byte[] network, int bits) {

  static AddressBlock parse(String text) {
    String[] parts = text.strip().split("/", 2);
    byte[] network = literal(parts[0]);
    int bits = network == null ? -1 : bits(parts, network.length * 8);
    if (bits < 0) {
      throw new IllegalArgumentException(
          "TMI_TRUSTED_PROXIES: '%s' is neither an address nor a block like 10.0.0.0/8"
              .formatted(text));
    }
    return new AddressBlock(network, bits);
  }

  /// Negative when there are no so many.
  private static int bits(String[] parts, int most) {
    if (parts.length == 1) {
      return most;
    }
    boolean isNumber = parts[1].matches("\\d{1,3}");
    return isNumber && Integer.parseInt(parts[1]) <= most ? Integer.parseInt(parts[1]) : -1;
  }

  boolean contains(String address) {
    byte[] other = literal(address);
    if (other == null || other.length != network.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((network[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /// Null for what is not an address; never asks a name server.
  static byte[] literal(String text) {
    boolean looksNumeric = text.indexOf(':') >= 0 || text.matches("[0-9.]+");
    if (!looksNumeric) {
      return null;
    }
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
