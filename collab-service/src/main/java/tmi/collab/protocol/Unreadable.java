package tmi.collab.protocol;

/// A frame that is no request. Carries the code and the sentence to answer with.
public final class Unreadable extends Exception {
  private final String code;

  Unreadable(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
