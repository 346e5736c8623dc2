package tmi.collab.connection;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tmi.collab.access.AccessWatchService;
import tmi.kernel.id.Ids;
import tmi.kernel.problem.Problem;
import tmi.service.problem.Answers;

/// Judges handshakes before the upgrade, so that a refusal has its status and the one error shape.
/// Runs after the common request chain, which has looked at path and headers.
@ApplicationScoped
class HandshakeFilter {
  private static final int AFTER_THE_CHAIN = 140;
  private static final int RETRY_SECONDS = 5;
  private static final Pattern PATH = Pattern.compile("/threat_models/([^/]+)/diagrams/([^/]+)/ws");

  private final HandshakeService handshakes;
  private final AccessWatchService access;
  private final Admissions admissions;
  private final AbandonedSeatService seats;
  private final SocketRegistry sockets;
  private final Origins origins;
  private final Answers answers;

  HandshakeFilter(
      HandshakeService handshakes,
      AccessWatchService access,
      Admissions admissions,
      AbandonedSeatService seats,
      SocketRegistry sockets,
      Origins origins,
      Answers answers) {
    this.handshakes = handshakes;
    this.access = access;
    this.admissions = admissions;
    this.seats = seats;
    this.sockets = sockets;
    this.origins = origins;
    this.answers = answers;
  }

  void install(@Observes Filters filters) {
    filters.register(this::handle, AFTER_THE_CHAIN);
  }

  private void handle(RoutingContext context) {
    Matcher path = PATH.matcher(context.normalizedPath());
    if (!path.matches()) {
      context.next();
      return;
    }
    try {
      admit(context, id(path.group(1)), id(path.group(2)));
    } catch (Problem e) {
      answers.end(context, e);
    }
  }

  private void admit(RoutingContext context, UUID modelId, UUID diagramId) {
    HttpServerRequest request = context.request();
    request.pause();
    check(request);
    String ticket = request.getParam("ticket");
    OptionalLong lastNumber = number(request.getParam("last_sequence"));
    handshakes
        .admit(ticket, modelId, diagramId, session(request))
        .subscribe()
        .with(
            seat -> {
              admissions.put(ticket, new Admission(seat, lastNumber));
              seats.giveBackUnlessTaken(ticket);
              request.resume();
              context.next();
            },
            e -> answers.end(context, e));
  }

  private void check(HttpServerRequest request) {
    if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      throw Problem.invalidInput("This address is for WebSocket connections");
    }
    if (!origins.mayConnect(request)) {
      throw Problem.forbidden("Pages of this origin may not connect");
    }
    if (sockets.isDraining() || !access.isOpen()) {
      throw Problem.unavailable(RETRY_SECONDS);
    }
    if (request.getParam("ticket") == null) {
      throw Problem.unauthorized();
    }
  }

  private static UUID session(HttpServerRequest request) {
    String given = request.getParam("session_id");
    return given == null ? null : Ids.parse(given).orElseThrow(Problem::unauthorized);
  }

  private static UUID id(String text) {
    return Ids.parse(text).orElseThrow(() -> Problem.invalidId("An id in the path"));
  }

  private static OptionalLong number(String text) {
    boolean isNumber = text != null && text.matches("[0-9]{1,18}");
    return isNumber ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }
}
