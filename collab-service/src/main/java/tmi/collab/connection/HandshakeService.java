package tmi.collab.connection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import tmi.collab.access.Seat;
import tmi.collab.session.Lease;
import tmi.collab.session.LeaseService;
import tmi.collab.ticket.Taken;
import tmi.collab.ticket.TicketService;
import tmi.kernel.identity.Caller;
import tmi.kernel.identity.Role;
import tmi.kernel.problem.Problem;
import tmi.service.id.IdSource;
import tmi.service.revocation.RevocationWatch;

/// Lets a socket in, or says why not: ticket, rights, caps, in the contract's order and in one
/// transaction, so that a refusal for want of a place gives the ticket back.
@ApplicationScoped
class HandshakeService {
  private final Pool pool;
  private final TicketService tickets;
  private final LeaseService leases;
  private final RevocationWatch revocation;
  private final ConnectionConfig config;
  private final IdSource ids;
  private final InstantSource clock;

  HandshakeService(
      Pool pool,
      TicketService tickets,
      LeaseService leases,
      RevocationWatch revocation,
      ConnectionConfig config,
      IdSource ids,
      InstantSource clock) {
    this.pool = pool;
    this.tickets = tickets;
    this.leases = leases;
    this.revocation = revocation;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  /// The seat for a ticket. The session may be left open (null): the ticket names it.
  Uni<Seat> admit(String ticket, UUID modelId, UUID diagramId, UUID sessionId) {
    return pool.withTransaction(transaction ->
        tickets
            .take(transaction, ticket, modelId, diagramId, sessionId)
            .map(taken -> judge(taken, modelId, diagramId))
            .call(seat -> enter(transaction, seat)));
  }

  private Seat judge(Optional<Taken> found, UUID modelId, UUID diagramId) {
    Taken taken = found.orElseThrow(Problem::unauthorized);
    Caller caller = taken.caller();
    if (revocation.isRevoked(caller) || !clock.instant().isBefore(caller.expiresAt())) {
      throw Problem.unauthorized();
    }
    if (!taken.modelKnown()) {
      throw Problem.notFound("threat model", modelId);
    }
    Role role =
        taken
            .role()
            .orElseThrow(() -> Problem.forbidden("You have no access to this threat model"));
    if (taken.denied()) {
      throw Problem.forbidden("The host has removed you from this session");
    }
    return new Seat(ids.v4(), caller, modelId, diagramId, taken.sessionId(), role);
  }

  private Uni<Void> enter(SqlClient transaction, Seat seat) {
    Lease lease =
        new Lease(
            seat.id(), seat.sessionId(), seat.caller().userId(), Duration.ZERO, seat.mayWrite());
    return leases.enter(transaction, lease, config.socketsPerPerson(), config.socketsPerSession());
  }
}
