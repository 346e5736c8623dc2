package tmi.launcher;

/// Why something could not be done, in one sentence that says what to do.
public final class Refusal extends RuntimeException {

  public Refusal(String sentence) {
    super(sentence);
  }

  public Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
