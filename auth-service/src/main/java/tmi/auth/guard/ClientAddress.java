package tmi.auth.guard;

/// Whose attempt it is.
final class ClientAddress {
  private ClientAddress() {}

  /// What the gateway says, else the peer.
  static String of(String realIp, String peer) {
    return realIp == null || realIp.isBlank() ? peer : realIp.strip();
  }

  /// Somebody on this machine.
  static boolean isLocal(String address) {
    return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
  }
}
