package tmi.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import tmi.kernel.problem.Problem;

/// The only exception mappers of a service.
class ProblemMappers {
  private final Answers answers;
  private final CurrentVertxRequest request;

  ProblemMappers(Answers answers, CurrentVertxRequest request) {
    this.answers = answers;
    this.request = request;
  }

  @ServerExceptionMapper
  Response refused(Problem problem) {
    return answer(problem);
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException e) {
    return answer(e);
  }

  @ServerExceptionMapper
  Response unreadable(JsonProcessingException e) {
    return answer(e);
  }

  /// The framework has a mapper of its own for this one, and the closest class wins.
  @ServerExceptionMapper
  Response mismatched(MismatchedInputException e) {
    return answer(e);
  }

  @ServerExceptionMapper
  Response http(WebApplicationException e) {
    if (e.getResponse().getStatus() < 400) {
      return e.getResponse();
    }
    Response answer = answer(isOtherMethod(e) ? Faults.ofStatus(405) : e);
    String allow = e.getResponse().getHeaderString("Allow");
    return allow == null
        ? answer
        : Response.fromResponse(answer).header("Allow", null).header("Allow", allow).build();
  }

  /// True when nothing was found for this method, but is for others.
  private boolean isOtherMethod(WebApplicationException e) {
    RoutingContext context = request.getCurrent();
    if (e.getResponse().getStatus() != 404 || context == null) {
      return false;
    }
    List<String> methods = answers.methods(context);
    return !methods.isEmpty() && !methods.contains(context.request().method().name());
  }

  @ServerExceptionMapper
  Response failed(Throwable e) {
    return answer(e);
  }

  private Response answer(Throwable failure) {
    Problem problem = answers.refusalOf(failure);
    var response =
        Response.status(problem.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(answers.body(problem));
    answers.headers(problem, answers.allowed(request.getCurrent()), response::header);
    return response.build();
  }
}
