package tmi.collab.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.text.Normalizer;

/// Between frames and messages. Unknown fields are ignored, as the contract says.
@Singleton
public final class Codec {
  private final JsonMapper json =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /// The request in a frame, its text in the normal form that REST brings texts to (NFC).
  public Request read(String frame) throws Unreadable {
    try {
      String normal = Normalizer.normalize(frame, Normalizer.Form.NFC);
      Request request = json.readValue(normal, Request.class);
      if (request == null) {
        throw new Unreadable("invalid_message", "The frame is not one JSON object");
      }
      return request;
    } catch (InvalidTypeIdException e) {
      String type = e.getTypeId() == null ? "" : " " + shortened(e.getTypeId());
      throw new Unreadable(
          "unsupported_message_type", "There is no message_type" + type + " for clients");
    } catch (JsonMappingException e) {
      throw new Unreadable("invalid_message", "A field has the wrong type" + where(e));
    } catch (JsonProcessingException e) {
      throw new Unreadable("invalid_message", "The frame is not one JSON object");
    }
  }

  /// The frame of an event.
  public String write(Event event) {
    return text(event);
  }

  /// The frame of a large event, in UTF-8.
  public byte[] bytes(Event event) {
    try {
      return json.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message cannot be written", e);
    }
  }

  /// Type and operation id of a frame, without reading the rest into memory.
  public Head head(String frame) throws Unreadable {
    try (JsonParser parser = json.createParser(frame)) {
      return Head.read(parser);
    } catch (IOException e) {
      throw new Unreadable("invalid_message", "The frame is not one JSON object");
    }
  }

  /// Reads what another replica wrote with [#text(Object)].
  public <T> T read(String text, Class<T> type) throws Unreadable {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new Unreadable("invalid_message", "not a " + type.getSimpleName());
    }
  }

  /// The JSON of one of our own values.
  public String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message cannot be written", e);
    }
  }

  private static String where(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    e.getPath().stream()
        .filter(step -> step.getFieldName() != null)
        .forEach(step -> path.append(path.isEmpty() ? ": " : ".").append(step.getFieldName()));
    return path.toString();
  }

  private static String shortened(String text) {
    return text.length() <= 64 ? text : text.substring(0, 64);
  }
}
