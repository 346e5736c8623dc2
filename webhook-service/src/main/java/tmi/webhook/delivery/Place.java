package tmi.webhook.delivery;

import java.util.UUID;

/// A place in a host's walk from stream to stream.
record Place(UUID subscription, UUID stream) {
  static final Place START = new Place(new UUID(0, 0), new UUID(0, 0));
}
