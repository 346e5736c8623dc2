package tmi.collab.ticket;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import tmi.kernel.identity.Caller;
import tmi.kernel.problem.Problem;
import tmi.service.id.IdSource;

/// Sells tickets and takes them back.
@ApplicationScoped
public class TicketService {
  private static final int BYTES = 32;
  private final TicketRepository repository;
  private final IdSource ids;

  TicketService(TicketRepository repository, IdSource ids) {
    this.repository = repository;
    this.ids = ids;
  }

  /// A ticket to a session. An unknown session and a forbidden one look the same on purpose.
  Uni<WsTicketResponse> sell(Caller caller, UUID sessionId) {
    String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(ids.bytes(BYTES));
    return repository
        .sell(TicketHash.of(ticket), sessionId, caller)
        .map(sold -> {
          if (!sold) {
            throw Problem.notFound("session", sessionId);
          }
          return new WsTicketResponse(ticket);
        });
  }

  /// Takes a ticket for this diagram, and for this session if one is named, within the caller's
  /// transaction: rolling back gives it back.
  public Uni<Optional<Taken>> take(
      SqlClient transaction, String ticket, UUID modelId, UUID diagramId, UUID sessionId) {
    return repository.take(transaction, TicketHash.of(ticket), modelId, diagramId, sessionId);
  }
}
