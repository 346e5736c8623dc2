package tmi.collab.room;

import java.nio.charset.StandardCharsets;

/// A message that is encoded already; the same frame goes to everybody who gets it.
///
/// @param number up to which number the reader knows the diagram once it has this; 0 when it says
///   nothing about that
public record Frame(Body body, Kind kind, long number) {
  private static final int LARGE = 64 * 1024;

  /// What may become of a frame when its reader is too slow.
  public enum Kind {
    /// Is given up for a whole state.
    EVENT,
    /// Is kept: nothing else tells it.
    ANSWER,
    /// Is dropped: the next one replaces it.
    FLEETING
  }

  /// The JSON of the message.
  public sealed interface Body {
    /// A short one.
    record Text(String text) implements Body {}

    /// A long one, more than 64 KiB in UTF-8. All who are sent it share these bytes; nobody writes
    /// to them.
    record Shared(byte[] bytes) implements Body {}

    private static Body of(String text) {
      return text.length() <= LARGE
          ? new Text(text)
          : new Shared(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Body of(byte[] bytes) {
      return bytes.length <= LARGE
          ? new Text(new String(bytes, StandardCharsets.UTF_8))
          : new Shared(bytes);
    }
  }

  public static Frame event(String text, long number) {
    return new Frame(Body.of(text), Kind.EVENT, number);
  }

  public static Frame event(byte[] utf8, long number) {
    return new Frame(Body.of(utf8), Kind.EVENT, number);
  }

  public static Frame answer(String text) {
    return new Frame(Body.of(text), Kind.ANSWER, 0);
  }

  public static Frame fleeting(String text) {
    return new Frame(Body.of(text), Kind.FLEETING, 0);
  }

  /// How much it counts where what waits is bounded: characters of a short one, bytes of a long
  /// one.
  public int size() {
    return switch (body) {
      case Body.Text(String text) -> text.length();
      case Body.Shared(byte[] bytes) -> bytes.length;
    };
  }

  /// The JSON as text; a copy when it is long.
  public String text() {
    return switch (body) {
      case Body.Text(String text) -> text;
      case Body.Shared(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
    };
  }
}
