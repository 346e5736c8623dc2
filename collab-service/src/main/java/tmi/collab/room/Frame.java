package tmi.collab.room;

/// A message that is encoded already; the same frame goes to everybody who gets it.
public record Frame(String text, Kind kind) {

  /// What may become of a frame when its reader is too slow.
  public enum Kind {
    /// Is given up for a whole state.
    EVENT,
    /// Is kept: nothing else tells it.
    ANSWER,
    /// Is dropped: the next one replaces it.
    FLEETING
  }

  public static Frame event(String text) {
    return new Frame(text, Kind.EVENT);
  }

  public static Frame answer(String text) {
    return new Frame(text, Kind.ANSWER);
  }

  public static Frame fleeting(String text) {
    return new Frame(text, Kind.FLEETING);
  }
}
