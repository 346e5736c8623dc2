package tmi.packaging.network;

import java.util.Map;
import tmi.packaging.chart.Rendering;

/// Something on the network: a pod with its labels and its namespace's, or an address.
record Endpoint(String name, Map<String, String> labels, Map<String, String> namespace, String ip) {

  private static final Map<String, String> OUR_NAMESPACE =
      Map.of("kubernetes.io/metadata.name", "tmi");

  static Endpoint named(String name, Rendering all) {
    if (name.matches("[0-9a-f.:]+")) {
      return new Endpoint(name, Map.of(), Map.of(), name);
    }
    var slash = name.indexOf('/');
    if (slash > 0) {
      var namespace = Map.of("kubernetes.io/metadata.name", name.substring(0, slash));
      return new Endpoint(name, Map.of("k8s-app", name.substring(slash + 1)), namespace, "");
    }
    if (name.equals("neighbour")) {
      return new Endpoint(name, Map.of("app", "neighbour"), OUR_NAMESPACE, "");
    }
    return new Endpoint(name, all.workload(name).labels(), OUR_NAMESPACE, "");
  }

  boolean isPod() {
    return ip.isEmpty();
  }

  boolean isInNamespaceOf(Endpoint other) {
    return namespace.equals(other.namespace);
  }
}
