package tmi.gateway.route;

/// Who answers a request.
public enum Destination {
  /// The gateway itself: status, configuration, the OpenAPI document, the web application.
  GATEWAY,
  AUTH,
  MODEL,
  COLLAB,
  WEBHOOK
}
