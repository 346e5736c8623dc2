package tmi.webhook.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import tmi.kernel.problem.Problem;

/// Reads a report out of the bytes that were signed.
@ApplicationScoped
class ReportReader {
  private final ObjectMapper json;
  private final Validator validator;

  ReportReader(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  Report read(byte[] body) {
    Report report = parse(body);
    var violations = validator.validate(report);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    return report;
  }

  private Report parse(byte[] body) {
    try {
      Report report = json.readValue(body, Report.class);
      if (report == null) {
        throw Problem.invalidInput("The body must be a report");
      }
      return report;
    } catch (JacksonException e) {
      throw Problem.invalidInput(
          "The body must be an object of status, status_percent, status_message");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
