package tmi.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {
  private final RouteTable table = new RouteTable();

  @ParameterizedTest
  @CsvSource({
    "/, GATEWAY",
    "/config, GATEWAY",
    "/app, GATEWAY",
    "/app/models/7, GATEWAY",
    "/q/health/ready, GATEWAY",
    "/openapi, GATEWAY",
    "/threat_models, MODEL",
    "/threat_models/7/diagrams/8, MODEL",
    "/threat_models/7/diagrams/8/metadata/collaborate, MODEL",
    "/threat_models/7/diagrams/8/collaborate, COLLAB",
    "/threat_models/7/diagrams/8/ws, COLLAB",
    "/threat_models/7/threats/8/ws, MODEL",
    "/ws/ticket, COLLAB",
    "/me, AUTH",
    "/me/sessions, COLLAB",
    "/me/sessions/7, AUTH",
    "/me/preferences, AUTH",
    "/meadow, MODEL",
    "/admin/users/7, AUTH",
    "/admin/quotas/users/7, MODEL",
    "/admin/webhooks/subscriptions, WEBHOOK",
    "/addons, WEBHOOK",
    "/.well-known/jwks.json, AUTH",
    "/nobody/knows, MODEL",
  })
  void everyPathHasOneDestination(String path, Destination destination) {
    assertThat(table.of(path)).isEqualTo(destination);
  }
}
