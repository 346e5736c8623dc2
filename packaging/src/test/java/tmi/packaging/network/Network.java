package tmi.packaging.network;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tmi.packaging.chart.Rendering;

/// Judges as a network that enforces the policies: a connection needs the leave of both ends, and a
/// pod that no policy selects gives it.
final class Network {

  private static final String OURS = "tmi";

  private final List<NetworkPolicy> policies;

  Network(Rendering all) {
    policies = all.all(NetworkPolicy.class);
  }

  boolean lets(Endpoint from, Endpoint to, int port) {
    return leaves(from, to, port) && enters(from, to, port);
  }

  private boolean leaves(Endpoint from, Endpoint to, int port) {
    var mine = of(from, "Egress").toList();
    return mine.isEmpty()
        || mine.stream()
            .flatMap(policy -> policy.getSpec().getEgress().stream())
            .anyMatch(rule -> ports(rule.getPorts(), port) && peers(rule.getTo(), to, from));
  }

  private boolean enters(Endpoint from, Endpoint to, int port) {
    var mine = of(to, "Ingress").toList();
    return mine.isEmpty()
        || mine.stream()
            .flatMap(policy -> policy.getSpec().getIngress().stream())
            .anyMatch(rule -> ports(rule.getPorts(), port) && peers(rule.getFrom(), from, to));
  }

  private Stream<NetworkPolicy> of(Endpoint pod, String direction) {
    Predicate<NetworkPolicy> selects =
        policy ->
            policy.getSpec().getPolicyTypes().contains(direction)
                && pod.isPod()
                && OURS.equals(pod.namespace().get("kubernetes.io/metadata.name"))
                && new Selection(policy.getSpec().getPodSelector()).picks(pod.labels());
    return policies.stream().filter(selects);
  }

  private static boolean ports(List<NetworkPolicyPort> open, int port) {
    return open.isEmpty()
        || open.stream()
            .anyMatch(range -> {
              int first = range.getPort().getIntVal();
              int last = range.getEndPort() == null ? first : range.getEndPort();
              return first <= port && port <= last;
            });
  }

  private static boolean peers(List<NetworkPolicyPeer> peers, Endpoint other, Endpoint self) {
    return peers.isEmpty() || peers.stream().anyMatch(peer -> matches(peer, other, self));
  }

  private static boolean matches(NetworkPolicyPeer peer, Endpoint other, Endpoint self) {
    var block = peer.getIpBlock();
    if (block != null) {
      return !other.isPod()
          && new Block(block.getCidr()).contains(other.ip())
          && block.getExcept().stream().noneMatch(except -> new Block(except).contains(other.ip()));
    }
    var inNamespace =
        peer.getNamespaceSelector() == null
            ? other.isInNamespaceOf(self)
            : new Selection(peer.getNamespaceSelector()).picks(other.namespace());
    var podMatches =
        peer.getPodSelector() == null || new Selection(peer.getPodSelector()).picks(other.labels());
    return other.isPod() && inNamespace && podMatches;
  }
}
