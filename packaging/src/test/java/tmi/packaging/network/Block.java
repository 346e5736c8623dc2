package tmi.packaging.network;

import java.math.BigInteger;
import java.net.InetAddress;

/// A block of addresses: `10.0.0.0/8`.
record Block(String cidr) {

  boolean contains(String ip) {
    var address = InetAddress.ofLiteral(ip).getAddress();
    var slash = cidr.indexOf('/');
    var first = InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress();
    if (address.length != first.length) {
      return false;
    }
    var rest = address.length * 8 - Integer.parseInt(cidr.substring(slash + 1));
    return new BigInteger(1, address)
        .shiftRight(rest)
        .equals(new BigInteger(1, first).shiftRight(rest));
  }
}
