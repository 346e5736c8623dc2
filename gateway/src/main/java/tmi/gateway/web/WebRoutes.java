package tmi.gateway.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import tmi.gateway.guard.Refusal;
import tmi.gateway.server.PublicRouter;
import tmi.kernel.problem.Problem;

/// Serves the web application below `/app/`.
@Singleton
class WebRoutes {
  private static final String BELOW = "/app/";
  private static final String NOT_BUILT =
      """
      <!doctype html>
      <html lang="en"><meta charset="utf-8"><title>TMI</title>
      <h1>The web application is not built</h1>
      <p>The services are running, but there are no web files in <code>%s</code>.
      Start the suite with <code>./tmi up</code>, which builds them, or run
      <code>npm ci &amp;&amp; npm run build</code> in <code>web/</code> and set
      <code>TMI_WEB_ROOT</code> to the folder with <code>index.html</code>.</p></html>
      """;

  private final Vertx vertx;
  private final Path root;
  private volatile WebFiles files;

  @Inject
  WebRoutes(Vertx vertx, WebConfig config) {
    this.vertx = vertx;
    root = Path.of(config.root().orElse("web/dist")).toAbsolutePath();
    files = WebFiles.in(root);
  }

  void open(@Observes PublicRouter door) {
    Router router = door.router();
    router.route("/app").handler(WebRoutes::toApplication);
    for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
      router.route(method, BELOW + "*").handler(this::serve);
      router.route(method, "/favicon.ico").handler(this::serve);
      router.route(method, "/robots.txt").handler(this::serve);
    }
  }

  private static void toApplication(RoutingContext context) {
    if (context.normalizedPath().equals("/app")) {
      context.response().setStatusCode(301).putHeader("Location", BELOW).end();
    } else {
      context.next();
    }
  }

  private void serve(RoutingContext context) {
    if (files.isBuilt()) {
      answer(context, files);
      return;
    }
    vertx
        .executeBlocking(() -> WebFiles.in(root))
        .onSuccess(found -> {
          files = found;
          answer(context, found);
        })
        .onFailure(context::fail);
  }

  private void answer(RoutingContext context, WebFiles found) {
    if (!found.isBuilt()) {
      context
          .response()
          .setStatusCode(503)
          .putHeader("Content-Type", "text/html; charset=utf-8")
          .end(NOT_BUILT.formatted(root));
      return;
    }
    String path = context.normalizedPath();
    String name = path.startsWith(BELOW) ? path.substring(BELOW.length()) : path.substring(1);
    WebFile file = found.find(name);
    if (file == null) {
      Refusal.answer(context.response(), new Problem(404, "not_found", "There is no such file"));
      return;
    }
    send(context, found, name, file);
  }

  private static void send(RoutingContext context, WebFiles found, String name, WebFile file) {
    HttpServerResponse response = context.response();
    response
        .putHeader("Content-Type", file.type())
        .putHeader("Cache-Control", file.cacheControl())
        .putHeader("ETag", file.tag());
    response.headers().add("Vary", "Accept-Encoding");
    if (file.tag().equals(context.request().getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
      return;
    }
    WebFile sent = smallest(context, found, name, file);
    if (context.request().method() == HttpMethod.HEAD) {
      response.putHeader("Content-Length", String.valueOf(sent.length())).end();
    } else {
      response.sendFile(sent.path().toString());
    }
  }

  private static WebFile smallest(
      RoutingContext context, WebFiles found, String name, WebFile file) {
    String accepted = context.request().getHeader("Accept-Encoding");
    for (String encoding : List.of("br", "gzip")) {
      WebFile packed = found.compressed(name, encoding.equals("br") ? ".br" : ".gz");
      if (packed != null && accepted != null && accepted.contains(encoding)) {
        context.response().putHeader("Content-Encoding", encoding);
        return packed;
      }
    }
    return file;
  }
}
