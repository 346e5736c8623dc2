package tmi.launcher.suite;

import java.util.Map;
import tmi.launcher.service.ServiceName;

/// What a run was asked to be.
///
/// @param port of the gateway
/// @param replicas of each service
public record Plan(int port, Map<ServiceName, Integer> replicas) {

  public int replicasOf(ServiceName service) {
    return replicas.getOrDefault(service, 1);
  }

  /// The first is named like its service, the others are numbered.
  public static String partName(ServiceName service, int replica) {
    return replica == 1 ? service.module() : service.module() + "-" + replica;
  }
}
