package tmi.model.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;
import tmi.kernel.problem.Problem;
import tmi.service.problem.Faults;

/// Trees that become records after the fact (a patched document, an item of a bulk), judged exactly
/// as a body that the framework reads.
@ApplicationScoped
public class Body {
  private final ObjectMapper mapper;
  private final Validator validator;

  Body(ObjectMapper mapper, Validator validator) {
    this.mapper = mapper;
    this.validator = validator;
  }

  /// The record of a tree; 400 when it does not fit.
  public <T> T read(JsonNode tree, Class<T> type) {
    T value = parse(tree, type);
    if (value == null) {
      throw Problem.invalidInput("The body must not be null");
    }
    Set<ConstraintViolation<T>> violations = validator.validate(value);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    return value;
  }

  /// The tree of a record.
  public ObjectNode tree(Object value) {
    return mapper.valueToTree(value);
  }

  private <T> T parse(JsonNode tree, Class<T> type) {
    try {
      return mapper.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw Faults.problemOf(e).orElseThrow(() -> new IllegalStateException(e));
    }
  }
}
