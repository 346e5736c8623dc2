package tmi.webhook.event;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The names by which events are asked for and sent.
public final class EventName {
  /// Every event but those of the system's audit, which are heard by name only.
  private static final String ALL = "*";

  // Sent, though the contract's list of names leaves them out.
  private static final List<String> UNLISTED =
      List.of(
          "team.created",
          "team.updated",
          "team.deleted",
          "project.created",
          "project.updated",
          "project.deleted");

  private static final List<String> TWO_WORDS =
      List.of("EXTRACTION_COMPLETED", "EXTRACTION_FAILED", "ADMIN_WRITE");

  private EventName() {}

  /// All that a subscription may ask for. Partial patterns such as `threat.*` match nothing and are
  /// not among them.
  public static List<String> subscribable() {
    return Stream.of(
            Arrays.stream(EventType.values()).map(EventType::toString),
            UNLISTED.stream(),
            Stream.of(ALL))
        .flatMap(names -> names)
        .toList();
  }

  /// Resource, dot, action.
  static String of(Enum<?> type) {
    String name = type.name();
    int dot =
        TWO_WORDS.stream()
            .filter(name::endsWith)
            .findFirst()
            .map(action -> name.length() - action.length() - 1)
            .orElseGet(() -> name.lastIndexOf('_'));
    return (name.substring(0, dot) + "." + name.substring(dot + 1)).toLowerCase(Locale.ROOT);
  }
}
