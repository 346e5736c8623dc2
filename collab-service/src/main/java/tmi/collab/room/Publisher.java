package tmi.collab.room;

import tmi.collab.relay.News;

/// Tells the other replicas.
@FunctionalInterface
public interface Publisher {
  void publish(News news);
}
