package tmi.collab.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tmi.collab.access.AccessService;
import tmi.collab.presence.PeopleRepository;
import tmi.collab.protocol.Participant;
import tmi.collab.protocol.User;
import tmi.collab.relay.News;
import tmi.collab.relay.RoomRelay;
import tmi.kernel.identity.Caller;
import tmi.kernel.identity.Role;
import tmi.kernel.problem.Problem;
import tmi.service.id.IdSource;

/// Starting, finding and ending live sessions.
@ApplicationScoped
public class SessionService {
  private static final int ENDS_MEANWHILE = 5;

  private final SessionRepository sessions;
  private final PeopleRepository people;
  private final AccessService access;
  private final RoomRelay relay;
  private final IdSource ids;
  private final InstantSource clock;

  SessionService(
      SessionRepository sessions,
      PeopleRepository people,
      AccessService access,
      RoomRelay relay,
      IdSource ids,
      InstantSource clock) {
    this.sessions = sessions;
    this.people = people;
    this.access = access;
    this.relay = relay;
    this.ids = ids;
    this.clock = clock;
  }

  /// A session with the people in it.
  record Seen(LiveSession session, List<Participant> participants) {}

  record Started(Seen seen, boolean isNew) {}

  /// The session of a diagram; 404 when there is none.
  Uni<Seen> get(Caller caller, UUID modelId, UUID diagramId) {
    return access
        .requireReader(caller, modelId, diagramId)
        .chain(role -> current(caller, role, diagramId))
        .map(seen -> seen.orElseThrow(() -> none(diagramId)));
  }

  /// The session of a diagram, made if there is none. A session that ends in between is made anew,
  /// so often as others can be expected to end one.
  Uni<Started> start(Caller caller, UUID modelId, UUID diagramId) {
    return access
        .requirePerson(caller, modelId, diagramId)
        .chain(role ->
            make(caller, role, modelId, diagramId)
                .onFailure(EndedMeanwhile.class)
                .retry()
                .atMost(ENDS_MEANWHILE))
        .onFailure(EndedMeanwhile.class)
        .transform(e -> Problem.unavailable(1));
  }

  /// Somebody ended the session between finding and showing it.
  private static final class EndedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1;

    EndedMeanwhile() {
      super("the session ended meanwhile", null, false, false);
    }
  }

  private Uni<Started> make(Caller caller, Role role, UUID modelId, UUID diagramId) {
    return sessions
        .start(ids.v4(), modelId, diagramId, caller.userId(), role.includes(Role.WRITER))
        .map(made -> made.orElseThrow(() -> Problem.notFound("diagram", diagramId)))
        .chain(isNew ->
            current(caller, role, diagramId)
                .map(seen -> seen.orElseThrow(EndedMeanwhile::new))
                .map(seen -> new Started(seen, isNew)));
  }

  /// Ends it for all if the caller is host, owner of the model or administrator, else closes the
  /// caller's own sockets. What was written reaches every replica within its next look at its
  /// seats; the news only shortens that.
  Uni<Void> end(Caller caller, UUID modelId, UUID diagramId) {
    return access
        .requireMayEnd(caller, modelId, diagramId)
        .chain(because -> sessions.end(diagramId, caller.userId(), because.orElse(null)))
        .call(ended ->
            ended.isPresent()
                ? Uni.createFrom().voidItem()
                : sessions.leave(diagramId, caller.userId()))
        .invoke(ended -> tell(caller, diagramId, ended))
        .replaceWithVoid();
  }

  private void tell(Caller caller, UUID diagramId, Optional<UUID> ended) {
    relay.publish(
        diagramId,
        ended.isPresent()
            ? new News.Ended(ended.get(), caller.userId())
            : new News.Left(caller.userId()));
  }

  /// All sessions on models that the caller may read.
  Uni<List<Seen>> list(Caller caller) {
    return sessions
        .listReadable(caller.userId())
        .chain(found ->
            people
                .participants(found.stream().map(LiveSession::id).toList())
                .map(present -> found.stream().map(s -> seen(s, present)).toList()));
  }

  private static Seen seen(LiveSession session, Map<UUID, List<Participant>> present) {
    return new Seen(session, present.getOrDefault(session.id(), List.of()));
  }

  private Uni<Optional<Seen>> current(Caller caller, Role role, UUID diagramId) {
    return sessions
        .findByDiagram(diagramId)
        .chain(found ->
            people
                .participants(found.stream().map(LiveSession::id).toList())
                .map(present -> found.map(s -> new Seen(s, with(caller, role, seen(s, present))))));
  }

  /// The asking person is listed even before connecting.
  private List<Participant> with(Caller caller, Role role, Seen seen) {
    User self = User.of(caller.provider(), caller.providerId(), caller.email(), caller.name());
    boolean listed =
        seen.participants().stream()
            .map(Participant::user)
            .anyMatch(u ->
                u.provider().equals(self.provider()) && u.providerId().equals(self.providerId()));
    if (listed) {
      return seen.participants();
    }
    List<Participant> all = new ArrayList<>(seen.participants());
    all.add(
        new Participant(self, clock.instant(), role.includes(Role.WRITER) ? "writer" : "reader"));
    return all;
  }

  private static Problem none(UUID diagramId) {
    return new Problem(404, "not_found", "Diagram " + diagramId + " has no live session");
  }
}
