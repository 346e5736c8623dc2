package tmi.gateway.server;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.BindException;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import tmi.gateway.guard.GuardConfig;

/// Opens the door when all who serve behind it have added their routes.
@Singleton
class PublicServer {
  private static final Logger LOG = Logger.getLogger(PublicServer.class);

  /// After what refuses to start.
  private static final int LAST = 5000;

  private final Vertx vertx;
  private final ServerConfig config;
  private final GuardConfig guard;
  private final InvalidRequest invalid;

  @Inject
  PublicServer(Vertx vertx, ServerConfig config, GuardConfig guard, InvalidRequest invalid) {
    this.vertx = vertx;
    this.config = config;
    this.guard = guard;
    this.invalid = invalid;
  }

  void open(@Observes @Priority(LAST) StartupEvent start, Event<PublicRouter> opening) {
    Router router = Router.router(vertx);
    opening.fire(new PublicRouter(router));
    try {
      listen(router);
    } catch (CompletionException e) {
      refuse(e.getCause());
    }
    LOG.infof("the door is open: interface=%s port=%d", config.host(), config.port());
  }

  private void listen(Router router) {
    HttpServerOptions options = ServerOptions.of(config, guard);
    int eventLoops = 2 * Runtime.getRuntime().availableProcessors();
    vertx
        .deployVerticle(
            () -> new Listener(options, router, invalid, new ConnectionWatch(config)),
            new DeploymentOptions().setInstances(eventLoops))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private void refuse(Throwable cause) {
    LOG.errorf(
        "refused to start: %s",
        cause instanceof BindException
            ? "port %d of %s cannot be opened (%s); end who listens there, or set SERVER_PORT"
                .formatted(config.port(), config.host(), cause.getMessage())
            : "the server cannot be opened: " + cause);
    Quarkus.asyncExit(1);
    throw new PreventFurtherStepsException();
  }
}
