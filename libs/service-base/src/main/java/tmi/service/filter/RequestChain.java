package tmi.service.filter;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import tmi.kernel.identity.Caller;
import tmi.service.limit.UserLimit;
import tmi.service.problem.Answers;

/// Runs the steps. Paths of the service itself (`/q/…`, `/openapi`) pass untouched; a WebSocket
/// handshake (`…/ws`) has its path and headers checked and brings a ticket instead of a token.
@ApplicationScoped
class RequestChain {
  private static final int PRIORITY = 150;
  private final Answers answers;
  private final CallerStep callers;
  private final UserLimit limit;
  private final FilterConfig config;
  private final JsonRules json = new JsonRules();
  private final Set<String> idsAfter;
  private final Set<String> words;

  RequestChain(Answers answers, CallerStep callers, UserLimit limit, FilterConfig config) {
    this.answers = answers;
    this.callers = callers;
    this.limit = limit;
    this.config = config;
    this.idsAfter = Set.copyOf(config.idsAfter().orElse(List.of()));
    this.words = Set.copyOf(config.wordsForIds());
  }

  void install(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  private void handle(RoutingContext context) {
    String path = context.normalizedPath();
    if (path.startsWith("/q/") || path.equals("/openapi")) {
      context.next();
      return;
    }
    try {
      checkHead(context.request(), path);
      if (HeaderRules.mayHaveBody(context.request().method())) {
        readBody(context, path);
      } else {
        admit(context, path);
      }
    } catch (RuntimeException e) {
      answers.end(context, e);
    }
  }

  private void checkHead(HttpServerRequest request, String path) {
    boolean own = config.ownAcceptSuffixes().orElse(List.of()).stream().anyMatch(path::endsWith);
    HeaderRules.checkAccept(request.headers(), own);
    HeaderRules.checkMethod(request.method());
    PathRules.check(path, idsAfter, words);
    HeaderRules.checkOnce(request.headers());
    HeaderRules.checkContentType(request.method(), request.headers());
  }

  private void readBody(RoutingContext context, String path) {
    int most = path.endsWith("/import") ? config.maxImportBody() : config.maxBody();
    String length = context.request().getHeader("Content-Length");
    if (length != null && Long.parseLong(length) > most) {
      throw BodyReader.tooLarge(most);
    }
    new BodyReader(context, most)
        .read(body -> checkBody(context, path, body), e -> answers.end(context, e));
  }

  private void checkBody(RoutingContext context, String path, Buffer body) {
    try {
      boolean raw = PathRules.matches(path, config.rawBodyPaths().orElse(List.of()));
      boolean checked = !raw && HeaderRules.isJson(context.request().headers());
      BodyReader.hand(context, checked ? Buffer.buffer(json.check(body.getBytes())) : body);
      admit(context, path);
    } catch (RuntimeException e) {
      answers.end(context, e);
    }
  }

  private void admit(RoutingContext context, String path) {
    if (context.request().method().equals(HttpMethod.OPTIONS) || path.endsWith("/ws")) {
      context.next();
    } else if (PathRules.matches(path, config.publicPaths().orElse(List.of()))) {
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
