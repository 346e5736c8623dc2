package tmi.collab.room;

/// A message that is encoded already; the same frame goes to everybody who gets it.
///
/// @param number up to which number the reader knows the diagram once it has this; 0 when it says
///   nothing about that
public record Frame(String text, Kind kind, long number) {

  /// What may become of a frame when its reader is too slow.
  public enum Kind {
    /// Is given up for a whole state.
    EVENT,
    /// Is kept: nothing else tells it.
    ANSWER,
    /// Is dropped: the next one replaces it.
    FLEETING
  }

  public static Frame event(String text, long number) {
    return new Frame(text, Kind.EVENT, number);
  }

  public static Frame answer(String text) {
    return new Frame(text, Kind.ANSWER, 0);
  }

  public static Frame fleeting(String text) {
    return new Frame(text, Kind.FLEETING, 0);
  }
}
