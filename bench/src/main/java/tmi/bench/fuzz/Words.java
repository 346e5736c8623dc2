package tmi.bench.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// Ordinary texts for fields: the id of something alive, or the first of a list that fits the
/// field's pattern.
final class Words {
  private static final List<String> SAMPLES =
      List.of(
          "Order service",
          "order_service",
          "https://example.com/a",
          "a.b@example.com",
          "CWE-79",
          "DFD-1.0.0",
          "1.0.0",
          "#ff8800",
          "S256",
          "a".repeat(43),
          "Defer",
          "a",
          "ab1");
  private final Place place;
  private final Dice dice;

  Words(Place place, Dice dice) {
    this.place = place;
    this.dice = dice;
  }

  /// Ready to stand between the quotes of a JSON string.
  String fitting(String name, JsonNode schema) {
    if (name.equals("token") || name.equals("refresh_token")) {
      return dice.chance(0.5) ? place.passing().refreshToken() : place.passing().token();
    }
    if (name.equals("provider_id")) {
      return place.writer().name();
    }
    return switch (schema.path("format").asText()) {
      case "uuid" -> dice.chance(0.6) ? living(name) : fresh();
      case "date-time" -> "2026-0" + (1 + dice.below(9)) + "-01T00:00:00Z";
      case "uri" -> "https://example.com/" + dice.below(100);
      case "email" -> place.writer().name() + "@tmi.local";
      default -> sample(schema);
    };
  }

  /// Of that kind, else of any: an id in the wrong place is worth trying too.
  String living(String name) {
    List<String> own = place.of(name.equals("id") ? "threat_id" : name);
    return own.isEmpty() ? dice.of(dice.of(List.copyOf(place.ids().values()))) : dice.of(own);
  }

  private String fresh() {
    return new UUID(dice.seed() & ~0xF000L | 0x4000L, dice.seed() >>> 2 | 1L << 63).toString();
  }

  private String sample(JsonNode schema) {
    String pattern = schema.path("pattern").asText();
    int least = schema.path("minLength").asInt(0);
    int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    List<String> fitting =
        SAMPLES.stream()
            .filter(text -> text.length() >= least && text.length() <= most)
            .filter(text -> pattern.isEmpty() || Pattern.matches(whole(pattern), text))
            .toList();
    return fitting.isEmpty() ? "x".repeat(Math.max(1, least)) : dice.of(fitting);
  }

  private static String whole(String pattern) {
    return "(?:" + pattern + ")";
  }
}
