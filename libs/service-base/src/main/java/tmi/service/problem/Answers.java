package tmi.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;
import tmi.kernel.problem.Problem;

/// Writes refusals, for JAX-RS and for the filters in front of it alike.
@Singleton
public class Answers {
  private static final Logger LOG = Logger.getLogger(Answers.class);
  private static final String CHALLENGE = "Bearer realm=\"tmi\", error=\"invalid_token\"";
  private final ObjectMapper mapper;

  Answers(ObjectMapper mapper) {
    this.mapper = mapper;
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

  /// Ends a request with the refusal that the failure means.
  public void end(RoutingContext context, Throwable failure) {
    Problem problem = refusalOf(failure);
    HttpServerResponse response = context.response();
    if (response.ended()) {
      return;
    }
    response.setStatusCode(problem.status()).putHeader("Content-Type", "application/json");
    headers(problem, (name, value) -> response.putHeader(name, value));
    response.end(body(problem));
  }

  void headers(Problem problem, java.util.function.BiConsumer<String, String> header) {
    if (problem.retryAfterSeconds() > 0) {
      header.accept("Retry-After", Integer.toString(problem.retryAfterSeconds()));
    }
    if (problem.status() == 401 && problem.code().equals("unauthorized")) {
      header.accept("WWW-Authenticate", CHALLENGE);
    }
    if (problem.status() == 415) {
      header.accept("Accept", "application/json");
    }
  }

  String body(Problem problem) {
    try {
      return mapper.writeValueAsString(ErrorBody.of(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
