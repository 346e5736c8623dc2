package tmi.kernel.text;

/// Texts that people choose and that later stand in an address, such as the key of a metadata pair.
public final class PathWords {
  private PathWords() {}

  /// True for `.` and `..`: every client and proxy takes them for steps in the path, so that an
  /// address with one as its last part names the parent, and deleting it deletes the parent.
  public static boolean isStep(CharSequence word) {
    return word != null && (".".contentEquals(word) || "..".contentEquals(word));
  }

  /// True when a part of a raw path, as it was sent, is a step: the dots may be encoded.
  public static boolean isEncodedStep(String part) {
    return part.length() <= 6 && isStep(part.replace("%2e", ".").replace("%2E", "."));
  }
}
