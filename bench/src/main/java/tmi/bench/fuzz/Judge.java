package tmi.bench.fuzz;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tmi.bench.wire.Answer;

/// What every answer must be, whatever was asked.
final class Judge {
  private static final Set<String> SHAPE =
      Set.of("error", "error_description", "error_uri", "details");
  private static final List<String> HEADERS =
      List.of(
          "X-Content-Type-Options",
          "X-Frame-Options",
          "Referrer-Policy",
          "Cache-Control",
          "Content-Security-Policy");

  /// Names of classes, stack traces, statements and their states.
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\b(java|javax|jakarta|io\\.vertx|io\\.quarkus|io\\.netty|com\\.fasterxml|org|tmi)"
              + "\\.[a-z]+\\.[\\w.]*[A-Z]\\w+|\\w+Exception\\b|\\bat [\\w.$]+\\(|SQLSTATE"
              + "|syntax error at|violates|relation \"|(?i)\\bselect .+ from\\b|\\binsert into\\b");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /// What is wrong, in words without numbers or ids, so that the same fault has the same words.
  List<String> faults(String method, Answer answer) {
    List<String> faults = new ArrayList<>();
    if (answer.status() >= 500 && !isOverload(answer)) {
      faults.add("status " + answer.status());
    }
    if (HEADERS.stream().anyMatch(name -> answer.header(name).isEmpty())) {
      faults.add("security headers are missing");
    }
    boolean bodiless = method.equals("HEAD") || answer.status() == 204 || answer.status() == 304;
    if (!bodiless) {
      body(answer, faults);
    }
    return faults;
  }

  /// Counted apart by who asks: a busy machine is no fault of the request's.
  private static boolean isOverload(Answer answer) {
    return answer.status() == 503 && !answer.header("Retry-After").isEmpty();
  }

  private static void body(Answer answer, List<String> faults) {
    boolean isJson = answer.header("Content-Type").startsWith("application/json");
    if (answer.status() >= 400 && !isJson) {
      faults.add("refusal without the error shape (no JSON)");
    }
    if (answer.status() >= 400 && tellsAboutTheInside(answer.text())) {
      faults.add("text tells about the inside");
    }
    if (isJson) {
      json(answer, faults);
    }
  }

  private static void json(Answer answer, List<String> faults) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(answer.body()));
      JsonNode body = JSON.readTree(answer.body());
      if (hasLoneSurrogate(body.toString())) {
        faults.add("lone surrogate");
      }
      if (answer.status() >= 400 && !isShape(body)) {
        faults.add("refusal without the error shape");
      }
    } catch (CharacterCodingException e) {
      faults.add("no UTF-8");
    } catch (IOException e) {
      faults.add("no readable JSON");
    }
  }

  static boolean isShape(JsonNode body) {
    List<String> members = new ArrayList<>();
    body.fieldNames().forEachRemaining(members::add);
    return body.isObject()
        && SHAPE.containsAll(members)
        && !body.path("error").asText().isBlank()
        && !body.path("error_description").asText().isBlank();
  }

  static boolean tellsAboutTheInside(String text) {
    return INSIDE.matcher(text).find();
  }

  static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
