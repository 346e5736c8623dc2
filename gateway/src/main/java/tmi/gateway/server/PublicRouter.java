package tmi.gateway.server;

import io.vertx.ext.web.Router;

/// Fired once before the door opens: whoever answers outsiders adds his routes.
public record PublicRouter(Router router) {}
