package tmi.collab.presence;

import java.util.List;
import java.util.Objects;
import tmi.collab.protocol.Event;
import tmi.collab.protocol.Participant;
import tmi.collab.protocol.User;

/// The people of a session at one moment, each once.
///
/// @param presenter null when there is none
public record Roster(List<Participant> participants, User host, User presenter) {
  public Roster {
    participants = List.copyOf(participants);
  }

  /// True when nobody would see a difference: times of activity do not count.
  public boolean saysTheSameAs(Roster other) {
    return other != null
        && host.equals(other.host)
        && Objects.equals(presenter, other.presenter)
        && people().equals(other.people());
  }

  public Event.Participants event() {
    return new Event.Participants(null, participants, host, presenter);
  }

  private List<Participant> people() {
    return participants.stream()
        .map(p -> new Participant(p.user(), null, p.permissions()))
        .toList();
  }
}
