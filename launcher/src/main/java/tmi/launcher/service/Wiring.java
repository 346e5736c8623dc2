package tmi.launcher.service;

import java.util.List;
import java.util.Map;

/// How the parts of one run find each other.
///
/// @param baseUrl the public address, which is the gateway's
/// @param ports of each service's replicas
/// @param singleRole whether all services sign in as the migrator
public record Wiring(
    StoreAddress stores,
    String baseUrl,
    Map<ServiceName, List<Integer>> ports,
    boolean singleRole) {}
