package tmi.packaging.chart;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The variables that a pod is given.
final class Variables {

  private Variables() {}

  /// Those whose value stands in the manifests.
  static Map<String, String> plain(Workload pod, Rendering all) {
    var variables = new TreeMap<String, String>();
    pod.container().getEnvFrom().stream()
        .map(source -> source.getConfigMapRef().getName())
        .forEach(name -> variables.putAll(map(name, all).getData()));
    pod.container().getEnv().stream()
        .filter(variable -> variable.getValueFrom() == null)
        .forEach(variable -> variables.put(variable.getName(), variable.getValue()));
    return variables;
  }

  static Set<String> names(Workload pod, Rendering all) {
    var names = new TreeSet<>(plain(pod, all).keySet());
    pod.container().getEnv().stream().map(EnvVar::getName).forEach(names::add);
    return names;
  }

  private static ConfigMap map(String name, Rendering all) {
    return all.all(ConfigMap.class).stream()
        .filter(map -> map.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
