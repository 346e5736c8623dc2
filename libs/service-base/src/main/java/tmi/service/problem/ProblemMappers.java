package tmi.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import tmi.kernel.problem.Problem;

/// The only exception mappers of a service.
class ProblemMappers {
  private final Answers answers;

  ProblemMappers(Answers answers) {
    this.answers = answers;
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
    Response answer = answer(e);
    String allow = e.getResponse().getHeaderString("Allow");
    return allow == null ? answer : Response.fromResponse(answer).header("Allow", allow).build();
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
    answers.headers(problem, response::header);
    return response.build();
  }
}
