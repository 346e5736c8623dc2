package tmi.gateway.identity;

/// Who sent a request, as the network shows it.
///
/// @param address the nearest address that is not a trusted proxy's
/// @param chain the value for `X-Forwarded-For`
/// @param scheme http or https, as the outsider used it
/// @param host the host that the outsider asked for; may be null
public record Outsider(String address, String chain, String scheme, String host) {
  /// Somebody on this machine.
  public boolean isLocal() {
    return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
  }
}
