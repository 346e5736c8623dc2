package tmi.collab.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;

/// As much of a frame as must be known to refuse it. Read by streaming; registered like all that is
/// in this room, so that no message can be forgotten.
///
/// @param type its `message_type`; empty when it has none
/// @param operationId its `operation_id`; empty when it has none
@RegisterForReflection
public record Head(String type, String operationId) {

  /// Passes over everything else, and stops where both are known.
  static Head read(JsonParser parser) throws IOException {
    String type = "";
    String operationId = "";
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME
        && (type.isEmpty() || operationId.isEmpty())) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.VALUE_STRING && field.equals("message_type")) {
        type = parser.getText();
      } else if (value == JsonToken.VALUE_STRING && field.equals("operation_id")) {
        operationId = parser.getText();
      } else {
        parser.skipChildren();
      }
    }
    return new Head(type, operationId);
  }
}
