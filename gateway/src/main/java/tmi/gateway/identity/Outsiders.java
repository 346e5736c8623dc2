package tmi.gateway.identity;

import io.vertx.core.MultiMap;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/// Finds out who an outsider is; believes forwarding headers only from trusted proxies.
@Singleton
public class Outsiders {
  private final List<AddressBlock> trusted;

  @Inject
  public Outsiders(IdentityConfig config) {
    this(config.trustedProxies().orElse(List.of()));
  }

  Outsiders(List<String> trusted) {
    this.trusted =
        trusted.stream().filter(block -> !block.isBlank()).map(AddressBlock::parse).toList();
  }

  /// @param peer address of the socket's other end
  public Outsider of(MultiMap headers, String peer, String scheme, String host) {
    if (!isTrusted(peer)) {
      return new Outsider(peer, peer, scheme, host);
    }
    String told = String.join(", ", headers.getAll("X-Forwarded-For"));
    String proto = headers.get("X-Forwarded-Proto");
    String asked = headers.get("X-Forwarded-Host");
    return new Outsider(
        nearestUntrusted(told, peer),
        told.isBlank() ? peer : told + ", " + peer,
        "https".equals(proto) || "http".equals(proto) ? proto : scheme,
        asked == null || asked.isBlank() ? host : asked);
  }

  private String nearestUntrusted(String chain, String peer) {
    String[] hops = chain.split(",");
    for (int i = hops.length - 1; i >= 0; i--) {
      String hop = hops[i].strip();
      if (AddressBlock.literal(hop) == null) {
        return peer;
      }
      if (!isTrusted(hop)) {
        return hop;
      }
    }
    return peer;
  }

  private boolean isTrusted(String address) {
    return trusted.stream().anyMatch(block -> block.contains(address));
  }
}
