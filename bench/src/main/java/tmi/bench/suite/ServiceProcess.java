package tmi.bench.suite;

/// One process of the suite.
///
/// @param name of the part: `auth-service`, `collab-service-2`, `postgres`
public record ServiceProcess(String name, long pid) {}
