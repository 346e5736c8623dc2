package tmi.collab.ticket;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestQuery;
import tmi.kernel.id.Ids;
import tmi.kernel.problem.Problem;
import tmi.service.caller.CurrentCaller;

/// Buying a ticket.
@Path("/ws/ticket")
@Tag(name = "WebSocket")
public class TicketResource {
  private final TicketService tickets;
  private final CurrentCaller caller;

  TicketResource(TicketService tickets, CurrentCaller caller) {
    this.tickets = tickets;
    this.caller = caller;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @Operation(operationId = "getWsTicket")
  @APIResponseSchema(value = WsTicketResponse.class, responseCode = "200")
  @APIResponse(ref = "NotFound", responseCode = "404")
  public Uni<WsTicketResponse> sell(
      @Parameter(required = true, schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @RestQuery("session_id")
          String sessionId) {
    UUID id =
        Ids.parse(sessionId)
            .orElseThrow(() -> new Problem(400, "invalid_id", "session_id must be a UUID"));
    return tickets.sell(caller.get(), id);
  }
}
