package tmi.model.threat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tmi.kernel.text.Spelling;

/// The words of severity that a list can be asked for, from low to high. A threat's own severity is
/// any text.
public enum Severity {
  @JsonProperty("unknown")
  UNKNOWN,
  @JsonProperty("informational")
  INFORMATIONAL,
  @JsonProperty("low")
  LOW,
  @JsonProperty("medium")
  MEDIUM,
  @JsonProperty("high")
  HIGH,
  @JsonProperty("critical")
  CRITICAL;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Severity> ofWord(String text) {
    String word = Spelling.snake(text);
    return Stream.of(values()).filter(severity -> severity.word().equals(word)).findFirst();
  }
}
