package tmi.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import tmi.kernel.problem.Problem;

/// Writes refusals, for JAX-RS and for the filters in front of it alike.
@Singleton
public class Answers {
  private static final Logger LOG = Logger.getLogger(Answers.class);
  private static final String CHALLENGE = "Bearer realm=\"tmi\", error=\"invalid_token\"";
  private final ObjectMapper mapper;
  private final AddressTable addresses;

  Answers(ObjectMapper mapper, AddressTable addresses) {
    this.mapper = mapper;
    this.addresses = addresses;
  }

  /// The refusal a failure means; a defect of ours is logged under a reference and answered as 500
  /// `server_error` that names the reference.
  Problem refusalOf(Throwable failure) {
    noteGap(failure);
    return Faults.problemOf(failure)
        .orElseGet(() -> {
          String reference = UUID.randomUUID().toString().substring(0, 8);
          LOG.errorf(failure, "request failed reference=%s", reference);
          return new Problem(
              500, "server_error", "The service failed; give support the reference " + reference);
        });
  }

  private static void noteGap(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause() == e ? null : e.getCause()) {
      if (e instanceof PgException refused && DatabaseFaults.isGapInRules(refused)) {
        LOG.warnf(
            "database refused a value sqlstate=%s table=%s constraint=%s",
            refused.getSqlState(), refused.getTable(), refused.getConstraint());
      }
    }
  }

  /// Ends a request with the refusal that the failure means, or without a failure its status.
  public void end(RoutingContext context, Throwable failure, int status) {
    end(context, failure == null ? Faults.ofStatus(status) : failure);
  }

  /// Ends a request with the refusal that the failure means.
  public void end(RoutingContext context, Throwable failure) {
    HttpServerResponse response = context.response();
    if (response.ended()) {
      return;
    }
    Problem problem = refusalOf(failure);
    if (response.headWritten()) {
      context.request().connection().close(); // half an answer must not look like a whole one
      return;
    }
    response.setStatusCode(problem.status()).putHeader("Content-Type", "application/json");
    headers(problem, allowed(context), (name, value) -> response.putHeader(name, value));
    response.end(body(problem));
  }

  /// Headers that a refusal carries.
  ///
  /// @param allowed the methods of the address, for `Allow`
  void headers(Problem problem, List<String> allowed, BiConsumer<String, String> header) {
    if (problem.retryAfterSeconds() > 0) {
      header.accept("Retry-After", Integer.toString(problem.retryAfterSeconds()));
    }
    if (problem.status() == 401 && problem.code().equals("unauthorized")) {
      header.accept("WWW-Authenticate", CHALLENGE);
    }
    if (problem.status() == 405) {
      header.accept("Allow", String.join(", ", allowed));
    }
    if (problem.status() == 415) {
      header.accept("Accept", "application/json");
    }
  }

  /// The methods that the address of a request takes; all of them when it is none of ours.
  List<String> allowed(RoutingContext context) {
    List<String> methods = context == null ? List.of() : methods(context);
    return methods.isEmpty() ? AddressTable.all() : methods;
  }

  /// The methods that the address of a request takes; none when it is none of ours.
  List<String> methods(RoutingContext context) {
    return addresses.methods(context.normalizedPath());
  }

  String body(Problem problem) {
    try {
      return mapper.writeValueAsString(ErrorBody.of(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
