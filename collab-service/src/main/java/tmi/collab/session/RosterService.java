package tmi.collab.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tmi.collab.presence.PeopleRepository;
import tmi.collab.presence.Roster;
import tmi.collab.protocol.Participant;

/// Who is in the sessions that are on.
@ApplicationScoped
public class RosterService {
  private final SessionRepository sessions;
  private final PeopleRepository people;

  RosterService(SessionRepository sessions, PeopleRepository people) {
    this.sessions = sessions;
    this.people = people;
  }

  /// The lists of these sessions, by session; in two queries however many there are.
  public Uni<Map<UUID, Roster>> rosters(Collection<UUID> sessionIds) {
    return Uni.combine()
        .all()
        .unis(sessions.listByIds(sessionIds.toArray(UUID[]::new)), people.participants(sessionIds))
        .with(RosterService::combined);
  }

  private static Map<UUID, Roster> combined(
      List<LiveSession> found, Map<UUID, List<Participant>> present) {
    Map<UUID, Roster> rosters = new HashMap<>();
    for (LiveSession session : found) {
      List<Participant> here = present.getOrDefault(session.id(), List.of());
      rosters.put(session.id(), new Roster(here, session.host(), session.presenter()));
    }
    return rosters;
  }
}
