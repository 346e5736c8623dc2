package tmi.launcher.store;

import java.util.List;

/// What a commit means.
public enum Durability {
  /// A commit is on the disk.
  LASTING(List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on")),
  /// A commit need only survive the server's process: for tests.
  PASSING(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));

  private final List<String> settings;

  Durability(List<String> settings) {
    this.settings = settings;
  }

  List<String> settings() {
    return settings;
  }
}
