package tmi.gateway.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// A block of addresses, `10.0.0.0/8`, or a single one.
record AddressBlock(byte[] network, int bits) {

  static AddressBlock parse(String text) {
    String[] parts = text.strip().split("/", 2);
    byte[] network = literal(parts[0]);
    if (network == null) {
      throw new IllegalArgumentException(
          "TMI_TRUSTED_PROXIES: '%s' is neither an address nor a block like 10.0.0.0/8"
              .formatted(text));
    }
    int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : network.length * 8;
    return new AddressBlock(network, bits);
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
