package tmi.model.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tmi.kernel.problem.Problem;

/// The forms in which a diagram's model is given.
enum Format {
  JSON("application/json", JsonNode::toString),
  YAML("application/yaml", Yaml::of),
  GRAPHML("application/graphml+xml", GraphMl::of);

  private final String type;
  private final Function<JsonNode, String> writer;

  Format(String type, Function<JsonNode, String> writer) {
    this.type = type;
    this.writer = writer;
  }

  String type() {
    return type;
  }

  String write(JsonNode model) {
    return writer.apply(model);
  }

  /// The parameter wins when it is there (existing clients send it with a browser's `Accept`).
  static Format asked(String parameter, String accept) {
    if (parameter != null && !parameter.isEmpty()) {
      return Stream.of(values())
          .filter(format -> format.name().equalsIgnoreCase(parameter))
          .findFirst()
          .orElseThrow(() -> Problem.invalid("format", "must be json, yaml or graphml"));
    }
    if (accept == null || accept.isBlank()) {
      return JSON;
    }
    return Stream.of(accept.split(","))
        .map(Wish::of)
        .filter(wish -> wish.weight() > 0 && wish.format().isPresent())
        .max(Comparator.comparingDouble(Wish::weight))
        .flatMap(Wish::format)
        .orElseThrow(() ->
            new Problem(
                406,
                "not_acceptable",
                "This is offered as application/json, application/yaml and"
                    + " application/graphml+xml"));
  }

  /// One entry of an `Accept` header.
  private record Wish(Optional<Format> format, double weight) {
    static Wish of(String entry) {
      String[] parts = entry.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*");
      double weight = 1;
      for (String part : List.of(parts).subList(1, parts.length)) {
        weight = part.startsWith("q=") ? weight(part.substring(2)) : weight;
      }
      boolean any = parts[0].equals("*/*") || parts[0].equals("application/*");
      Optional<Format> format =
          any
              ? Optional.of(JSON)
              : Stream.of(values()).filter(f -> f.type.equals(parts[0])).findFirst();
      return new Wish(format, weight);
    }

    private static double weight(String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        return 0;
      }
    }
  }
}
