package tmi.service.caller;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import tmi.kernel.identity.Caller;
import tmi.kernel.problem.Problem;

/// The caller of the request being answered.
@ApplicationScoped
public class CurrentCaller {
  private static final String KEY = "tmi.caller";
  private static final String TOKEN = "tmi.token";
  private static final String REFUSAL = "tmi.caller.refusal";
  private final CurrentVertxRequest request;

  CurrentCaller(CurrentVertxRequest request) {
    this.request = request;
  }

  /// The caller; [Problem] 401 when the request has none (only possible on public paths).
  public Caller get() {
    return find().orElseThrow(Problem::unauthorized);
  }

  /// The caller, if the request has one; [Problem] 503 when it brought a token that this replica
  /// cannot judge just now.
  public Optional<Caller> find() {
    RoutingContext context = context();
    if (context == null) {
      return Optional.empty();
    }
    Problem refusal = context.get(REFUSAL);
    if (refusal != null) {
      throw refusal;
    }
    return Optional.ofNullable(context.get(KEY));
  }

  /// The token the caller came with, for operations that end it.
  public Optional<String> token() {
    return Optional.ofNullable(context()).map(c -> c.get(TOKEN));
  }

  /// Remembers who calls; for the request chain alone.
  public static void put(RoutingContext context, Caller caller, String token) {
    context.put(KEY, caller).put(TOKEN, token);
  }

  /// Remembers why the token of a request on a public path could not be judged; for the request
  /// chain alone.
  public static void putRefusal(RoutingContext context, Problem refusal) {
    context.put(REFUSAL, refusal);
  }

  private RoutingContext context() {
    return request.getCurrent();
  }
}
