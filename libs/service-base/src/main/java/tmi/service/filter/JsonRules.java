package tmi.service.filter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import tmi.kernel.problem.Problem;
import tmi.kernel.text.UnicodeRules;

/// What a JSON body may look like: Unicode (rest-behaviour 4.1), then syntax, repeated keys and
/// trailing bytes (section 1, steps 11 and 12).
final class JsonRules {
  private static final int MAX_DEPTH = 100;
  private final JsonFactory factory =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(20 * 1024 * 1024)
                  .build())
          .build();

  /// The body in NFC; [Problem] 400 when a rule is broken.
  byte[] check(byte[] body) {
    String text = decode(body);
    refuse(UnicodeRules.fault(text));
    boolean ascii = isAscii(body);
    String normal = ascii ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    checkSyntax(normal);
    return normal.equals(text) ? body : normal.getBytes(StandardCharsets.UTF_8);
  }

  private void checkSyntax(String text) {
    try (JsonParser parser = factory.createParser(text)) {
      if (parser.nextToken() == null) {
        return; // an empty body: whether one is needed is the operation's to say
      }
      checkValue(parser);
      if (parser.nextToken() != null) {
        throw Problem.invalidInput("There is something after the JSON value");
      }
    } catch (JsonProcessingException e) {
      throw Problem.invalidInput(reason(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void checkValue(JsonParser parser) throws IOException {
    int depth = 0;
    do {
      JsonToken token = parser.currentToken();
      if (token == null) {
        throw Problem.invalidInput("The JSON value is not complete");
      }
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
        refuse(UnicodeRules.fault(parser.getText()));
      }
    } while (depth > 0 && parser.nextToken() != JsonToken.NOT_AVAILABLE);
  }

  private static String reason(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (message.startsWith("Duplicate field")) {
      return message.replace('\'', '"') + ": each key may stand once";
    }
    var place = e.getLocation();
    return place == null
        ? "The body is not valid JSON"
        : "The body is not valid JSON at line "
            + place.getLineNr()
            + ", column "
            + place.getColumnNr();
  }

  private static void refuse(Optional<String> fault) {
    if (fault.isPresent()) {
      throw new Problem(400, "invalid_request", "Text must not contain " + fault.get());
    }
  }

  /// The text of a body; [Problem] 400 when it is not UTF-8.
  static String decode(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new Problem(400, "invalid_request", "The body must be UTF-8");
    }
  }

  private static boolean isAscii(byte[] body) {
    for (byte b : body) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }
}
