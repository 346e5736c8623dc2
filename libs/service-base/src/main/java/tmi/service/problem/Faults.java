package tmi.service.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.pgclient.PgException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tmi.kernel.problem.Problem;

/// Which refusal a failure of a library means. Plain functions; the text never shows a class name,
/// a statement or a driver's words.
public final class Faults {
  private static final int RETRY_SECONDS = 5;

  private Faults() {}

  /// The refusal behind a failure; empty when it is a defect of ours.
  public static Optional<Problem> problemOf(Throwable failure) {
    return switch (failure) {
      case Problem problem -> Optional.of(problem);
      case ConstraintViolationException e -> Optional.of(violations(e));
      case JsonProcessingException e -> Optional.of(json(e));
      case WebApplicationException e -> Optional.of(http(e));
      case HttpException e -> Optional.of(ofStatus(e.getStatusCode()));
      case PgException e -> DatabaseFaults.problemOf(e);
      default -> cause(failure);
    };
  }

  private static Optional<Problem> cause(Throwable failure) {
    if (LostConnections.is(failure)) {
      return Optional.of(Problem.unavailable(RETRY_SECONDS));
    }
    Throwable cause = failure.getCause();
    return cause == null || cause == failure ? Optional.empty() : problemOf(cause);
  }

  static Problem violations(ConstraintViolationException e) {
    String text =
        e.getConstraintViolations().stream()
            .sorted(Comparator.comparing(v -> v.getPropertyPath().toString()))
            .map(Faults::sentence)
            .collect(Collectors.joining("; "));
    return Problem.invalidInput(text);
  }

  private static String sentence(ConstraintViolation<?> violation) {
    return FieldNames.of(violation.getPropertyPath()) + " " + violation.getMessage();
  }

  static Problem json(JsonProcessingException e) {
    return switch (e) {
      case UnrecognizedPropertyException u ->
          Problem.invalid(path(u), "is not a field of this request");
      case InvalidFormatException f when f.getTargetType().isEnum() ->
          Problem.invalid(path(f), "must be one of " + values(f));
      case MismatchedInputException m -> Problem.invalid(path(m), "has the wrong type");
      case JsonMappingException m when !m.getPath().isEmpty() ->
          Problem.invalid(path(m), "cannot be read");
      default -> Problem.invalidInput("The body is not valid JSON");
    };
  }

  private static String path(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
            .collect(Collectors.joining("."))
            .replace(".[", "[");
    return path.isEmpty() ? "The body" : FieldNames.snake(path);
  }

  /// The words as they are sent, which the mapper knows.
  private static String values(InvalidFormatException e) {
    boolean mapped =
        e.getProcessor() instanceof JsonParser parser && parser.getCodec() instanceof ObjectMapper;
    return Stream.of(e.getTargetType().getEnumConstants())
        .map(value ->
            mapped
                ? ((ObjectMapper) ((JsonParser) e.getProcessor()).getCodec())
                    .convertValue(value, String.class)
                : value.toString().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static Problem http(WebApplicationException e) {
    if (e.getCause() instanceof JsonProcessingException json) {
      return json(json);
    }
    return ofStatus(e.getResponse().getStatus());
  }

  /// The refusal that a bare status of the framework means.
  static Problem ofStatus(int status) {
    return switch (status) {
      case 404 -> new Problem(404, "not_found", "There is nothing at this address");
      case 405 -> new Problem(405, "method_not_allowed", "This address does not take that method");
      case 406 -> new Problem(406, "not_acceptable", "None of the accepted types is offered here");
      case 413 -> new Problem(413, "payload_too_large", "The body is larger than is taken here");
      case 415 ->
          new Problem(415, "unsupported_media_type", "This address does not take that type");
      case 401 -> Problem.unauthorized();
      case 403 -> Problem.forbidden("This is not allowed for you");
      case 503 -> Problem.unavailable(RETRY_SECONDS);
      default ->
          status >= 500
              ? new Problem(status, "server_error", "The service failed; the fault is recorded")
              : new Problem(
                  status < 400 ? 400 : status, "invalid_input", "The request cannot be read");
    };
  }
}
