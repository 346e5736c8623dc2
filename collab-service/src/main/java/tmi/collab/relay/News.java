package tmi.collab.relay;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;
import tmi.collab.protocol.Point;

/// What replicas tell each other about one diagram.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "news")
@JsonSubTypes({
  @JsonSubTypes.Type(value = News.Group.class, name = "group"),
  @JsonSubTypes.Type(value = News.People.class, name = "people"),
  @JsonSubTypes.Type(value = News.Ended.class, name = "ended"),
  @JsonSubTypes.Type(value = News.Left.class, name = "left"),
  @JsonSubTypes.Type(value = News.Pointing.class, name = "pointing")
})
public sealed interface News {
  /// A group was committed.
  record Group(List<Committed> operations) implements News {}

  /// Somebody came, left or has another role: read the list again.
  record People() implements News {}

  /// The session is over.
  ///
  /// @param by the person who ended it
  record Ended(UUID sessionId, UUID by) implements News {}

  /// A person leaves the session with all sockets.
  record Left(UUID userId) implements News {}

  /// What the presenter showed last; null components did not change.
  ///
  /// @param socketId the socket that it came from
  record Pointing(UUID socketId, Point cursor, List<String> selection) implements News {}
}
