package tmi.auth.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Set;
import tmi.kernel.problem.Problem;
import tmi.service.request.FormText;

/// Reads the bodies of the OAuth addresses, which come as JSON or as a form with the same members.
@ApplicationScoped
public class OAuthBodies {
  private final ObjectMapper mapper;
  private final Validator validator;

  OAuthBodies(ObjectMapper mapper, Validator validator) {
    this.mapper = mapper;
    this.validator = validator;
  }

  /// The valid request in a body; unknown and repeated members are refused in both forms.
  public <T> T read(String body, String contentType, Class<T> type) {
    try {
      T request =
          isForm(contentType)
              ? mapper.readValue(mapper.writeValueAsString(FormText.parse(body)), type)
              : mapper.readValue(body, type);
      return valid(request);
    } catch (JsonProcessingException e) {
      throw tmi.service.problem.Faults.problemOf(e)
          .orElseGet(() -> Problem.invalidInput("The body cannot be read"));
    }
  }

  private <T> T valid(T request) {
    if (request == null) {
      throw Problem.invalidInput("A body is needed");
    }
    var violations = validator.validate(request);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(Set.copyOf(violations));
    }
    return request;
  }

  private static boolean isForm(String contentType) {
    return contentType != null
        && contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
  }
}
