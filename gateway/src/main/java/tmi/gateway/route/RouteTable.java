package tmi.gateway.route;

import static tmi.gateway.route.Destination.AUTH;
import static tmi.gateway.route.Destination.COLLAB;
import static tmi.gateway.route.Destination.GATEWAY;
import static tmi.gateway.route.Destination.MODEL;
import static tmi.gateway.route.Destination.WEBHOOK;

import java.util.List;

/// The one place that says which path belongs to which service.
///
/// `*` is any one segment, `/**` the path itself and all below it. A literal segment beats `*`, a
/// longer pattern beats a shorter one. What nobody claims goes to model-service, which answers
/// unknown paths by the contract's rule (401 without a token, 404 with one).
public final class RouteTable {
  private record Route(String pattern, Destination destination) {}

  private static final List<Route> ROUTES =
      List.of(
          new Route("/", GATEWAY),
          new Route("/config", GATEWAY),
          new Route("/api/server-info", GATEWAY),
          new Route("/openapi.json", GATEWAY),
          new Route("/app/**", GATEWAY),
          new Route("/favicon.ico", GATEWAY),
          new Route("/robots.txt", GATEWAY),
          // Health, metrics and documents are not for outsiders, neither the services' nor our own.
          new Route("/q/**", GATEWAY),
          new Route("/openapi/**", GATEWAY),
          new Route("/.well-known/**", AUTH),
          new Route("/oauth2/**", AUTH),
          new Route("/saml/**", AUTH),
          new Route("/me/**", AUTH),
          new Route("/dev/**", AUTH),
          new Route("/admin/users/**", AUTH),
          new Route("/admin/groups/**", AUTH),
          new Route("/me/sessions", COLLAB),
          new Route("/ws/**", COLLAB),
          new Route("/threat_models/*/diagrams/*/collaborate", COLLAB),
          new Route("/threat_models/*/diagrams/*/ws", COLLAB),
          new Route("/addons/**", WEBHOOK),
          new Route("/admin/webhooks/**", WEBHOOK),
          new Route("/webhook-deliveries/**", WEBHOOK),
          new Route("/**", MODEL));

  private final Segment<Route> root = new Segment<>();

  public RouteTable() {
    ROUTES.forEach(route -> root.add(route.pattern(), route));
  }

  /// The destination of a normalised path; always one.
  public Destination of(String path) {
    return root.find(path, 1).destination();
  }

  /// The pattern that claims a normalised path; always one.
  public String patternOf(String path) {
    return root.find(path, 1).pattern();
  }
}
