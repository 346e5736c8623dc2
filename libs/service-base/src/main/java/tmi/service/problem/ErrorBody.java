package tmi.service.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.kernel.problem.Details;
import tmi.kernel.problem.Problem;

/// The error answer, schema `Error` of the contract.
@RegisterForReflection
@Schema(name = "Error")
public record ErrorBody(
    @NotNull @JsonProperty("error") String error,
    @NotNull @JsonProperty("error_description") String errorDescription,
    @JsonProperty("error_uri") String errorUri,
    @JsonProperty("details") ErrorDetails details) {

  private static final int MAX_DESCRIPTION = 1000;

  /// Finer facts of an error.
  @RegisterForReflection
  public record ErrorDetails(String code, Map<String, Object> context, String suggestion) {}

  static ErrorBody of(Problem problem) {
    return new ErrorBody(
        problem.code(),
        clean(problem.getMessage()),
        null,
        problem.details().map(ErrorBody::of).orElse(null));
  }

  private static ErrorDetails of(Details details) {
    return new ErrorDetails(details.code(), details.context(), details.suggestion());
  }

  /// Line breaks and tabs become spaces, other control characters go, at most 1000 characters.
  static String clean(String text) {
    String flat = text.replaceAll("[\\r\\n\\t]+", " ").replaceAll("\\p{Cntrl}", "");
    return flat.length() <= MAX_DESCRIPTION ? flat : flat.substring(0, MAX_DESCRIPTION);
  }
}
