package tmi.launcher.process;

import java.nio.file.Path;
import java.util.function.Consumer;

/// One thing that runs: a store or one replica of a service.
///
/// @param name unique, also the name of its log: `collab-service-2`
/// @param kind what it is one of: `collab-service`
/// @param healthPort where it answers health questions, when it is probed
/// @param probed whether it answers health questions over HTTP
/// @param ending how its process is asked to end
public record Part(
    String name,
    String kind,
    int port,
    int healthPort,
    Path log,
    String version,
    boolean probed,
    Launch launch,
    Consumer<ProcessHandle> ending) {}
