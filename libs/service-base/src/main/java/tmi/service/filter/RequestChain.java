package tmi.service.filter;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import tmi.kernel.identity.Caller;
import tmi.service.limit.UserLimit;
import tmi.service.problem.Answers;
import tmi.service.request.FormText;

/// Runs the steps. Paths of the service itself (`/q/…`, `/openapi`) pass untouched; a WebSocket
/// handshake has its path and headers checked and brings a ticket instead of a token.
@ApplicationScoped
class RequestChain {
  private static final int PRIORITY = 150;
  private final Answers answers;
  private final CallerStep callers;
  private final UserLimit limit;
  private final FilterConfig config;
  private final KnownPaths paths;
  private final JsonRules json = new JsonRules();

  RequestChain(Answers answers, CallerStep callers, UserLimit limit, FilterConfig config) {
    this.answers = answers;
    this.callers = callers;
    this.limit = limit;
    this.config = config;
    this.paths = KnownPaths.of(config);
  }

  void install(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  /// What fails outside of operations and of this chain is answered in the one shape as well.
  void catchFailures(@Observes Router router) {
    router
        .route()
        .order(Integer.MIN_VALUE)
        .failureHandler(context -> answers.end(context, context.failure(), context.statusCode()));
  }

  private void handle(RoutingContext context) {
    try {
      HttpServerRequest request = context.request();
      AddressRules.check(request.uri().length(), request.path(), request.query());
      String path = context.normalizedPath();
      if (path.startsWith("/q/") || path.equals("/openapi")) {
        context.next();
        return;
      }
      checkHead(request, path);
      if (HeaderRules.mayHaveBody(request.method())) {
        readBody(context, path);
      } else {
        admit(context, path);
      }
    } catch (RuntimeException e) {
      answers.end(context, e);
    }
  }

  private void checkHead(HttpServerRequest request, String path) {
    HeaderRules.checkSize(request.headers());
    AcceptRules.settle(request.headers(), paths.negotiates(path));
    HeaderRules.checkMethod(request.method());
    PathRules.check(request.path(), paths.idsAfter(), paths.wordsForIds());
    HeaderRules.checkOnce(request.headers());
    HeaderRules.settleContentType(request.method(), request.headers(), paths.isRaw(path));
  }

  private void readBody(RoutingContext context, String path) {
    int most = paths.isImport(path) ? config.maxImportBody() : config.maxBody();
    if (HeaderRules.length(context.request().headers()) > most) {
      throw BodyReader.tooLarge(most);
    }
    new BodyReader(context, most)
        .read(body -> checkBody(context, path, body), e -> answers.end(context, e));
  }

  private void checkBody(RoutingContext context, String path, Buffer body) {
    try {
      BodyReader.hand(context, paths.isRaw(path) ? body : checked(context.request(), body));
      admit(context, path);
    } catch (RuntimeException e) {
      answers.end(context, e);
    }
  }

  private Buffer checked(HttpServerRequest request, Buffer body) {
    if (body.length() == 0) {
      return body;
    }
    if (BodyKind.of(request.headers()) == BodyKind.FORM) {
      FormText.parse(JsonRules.decode(body.getBytes()));
      return body;
    }
    return Buffer.buffer(json.check(body.getBytes()));
  }

  private void admit(RoutingContext context, String path) {
    if (context.request().method().equals(HttpMethod.OPTIONS) || paths.takesTicket(path)) {
      context.next();
    } else if (paths.isPublic(path)) {
      callers.note(context).subscribe().with(noted -> context.next(), e -> answers.end(context, e));
    } else {
      callers
          .require(context)
          .chain(caller -> limited(context, caller))
          .subscribe()
          .with(caller -> context.next(), e -> answers.end(context, e));
    }
  }

  private Uni<Caller> limited(RoutingContext context, Caller caller) {
    return limit.take(caller, context.response()).replaceWith(caller);
  }
}
