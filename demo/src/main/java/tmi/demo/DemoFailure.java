package tmi.demo;

/// The suite refused or could not be reached; the message says what and what to do.
final class DemoFailure extends RuntimeException {
  DemoFailure(String message) {
    super(message);
  }
}
