package tmi.gateway.status;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tmi.gateway.guard.Refusal;
import tmi.gateway.server.PublicRouter;
import tmi.kernel.problem.Problem;

/// The gateway's own answers: `/`, `/config`, `/api/server-info`, `/openapi.json`.
@Singleton
class StatusRoutes {
  private static final String CACHEABLE = "public, max-age=300";

  private final StatusConfig config;
  private final Watch watch;
  private final PublishedDocument document;

  @Inject
  StatusRoutes(StatusConfig config, Watch watch, PublishedDocument document) {
    this.config = config;
    this.watch = watch;
    this.document = document;
  }

  void open(@Observes PublicRouter door) {
    Router router = door.router();
    serve(router, "/", this::status);
    serve(router, "/config", this::clientConfig);
    serve(router, "/api/server-info", this::serverInfo);
    serve(router, "/openapi.json", this::openApi);
  }

  private static void serve(Router router, String path, Handler<RoutingContext> answer) {
    router.route(HttpMethod.GET, path).handler(answer);
    router.route(HttpMethod.HEAD, path).handler(answer);
    router
        .route(path)
        .handler(context -> {
          context.response().putHeader("Allow", "GET, HEAD, OPTIONS");
          Refusal.answer(
              context.response(),
              new Problem(405, "method_not_allowed", "This is only to be read"));
        });
  }

  private void status(RoutingContext context) {
    String accept = context.request().getHeader("Accept");
    if (accept != null && accept.contains("text/html")) {
      context.response().setStatusCode(302).putHeader("Location", "/app/").end();
      return;
    }
    watch
        .diagnosis()
        .onSuccess(diagnosis -> JsonAnswer.send(context, info(diagnosis, Instant.now())))
        .onFailure(context::fail);
  }

  private ApiInfo info(Diagnosis diagnosis, Instant now) {
    boolean hasOperator = config.operatorName().isPresent() && config.operatorContact().isPresent();
    return new ApiInfo(
        new ApiInfo.Status(diagnosis.code(), now.truncatedTo(ChronoUnit.MILLIS).toString()),
        new ApiInfo.Build("TMI", config.build()),
        new ApiInfo.Api(config.apiVersion(), base() + "/openapi.json"),
        hasOperator
            ? new ApiInfo.Operator(config.operatorName().get(), config.operatorContact().get())
            : null,
        diagnosis.health());
  }

  private void clientConfig(RoutingContext context) {
    context.response().headers().set("Cache-Control", CACHEABLE).add("Vary", "Accept");
    ClientConfig.Operator operator =
        new ClientConfig.Operator(
            config.operatorName().orElse(null),
            config.operatorContact().orElse(null),
            config.operatorJurisdiction().orElse(null));
    JsonAnswer.send(
        context,
        new ClientConfig(
            new ClientConfig.Features(true, config.samlEnabled(), true, false),
            config.operatorName().isPresent() ? operator : null,
            new ClientConfig.Limits(config.maxFileUploadMb(), config.maxDiagramParticipants()),
            new ClientConfig.Ui(config.defaultTheme()),
            List.of()));
  }

  private void serverInfo(RoutingContext context) {
    URI base = URI.create(base());
    boolean tls = "https".equals(base.getScheme());
    String subject = config.tlsSubjectName().orElse(base.getHost());
    String socket = base().replaceFirst("^http", "ws");
    JsonAnswer.send(context, new ServerInfo(tls, subject, socket));
  }

  private void openApi(RoutingContext context) {
    context.response().headers().set("Cache-Control", CACHEABLE).set("ETag", document.tag());
    if (document.tag().equals(context.request().getHeader("If-None-Match"))) {
      context.response().setStatusCode(304).end();
      return;
    }
    JsonAnswer.send(context, document.json());
  }

  private String base() {
    String url = config.baseUrl();
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
