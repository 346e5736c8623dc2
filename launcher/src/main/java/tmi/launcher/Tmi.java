package tmi.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import tmi.launcher.command.Arguments;
import tmi.launcher.command.Order;

/// `./tmi`. Every failure is one sentence on standard error that says what to do.
public final class Tmi {

  private Tmi() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    try {
      Order order = Arguments.parse(arguments);
      return order.run(Checkout.ofScript());
    } catch (Refusal refusal) {
      return fail(refusal.getMessage());
    } catch (UncheckedIOException e) {
      return fail(sentence(e.getCause()));
    } catch (IOException e) {
      return fail(sentence(e));
    }
  }

  private static String sentence(IOException failure) {
    var text = String.valueOf(failure.getMessage());
    if (text.contains("No space left on device") || text.contains("Disk quota exceeded")) {
      return "The disk is full (%s): make room and start again.".formatted(text);
    }
    return "%s: %s.".formatted(failure.getClass().getSimpleName(), text);
  }

  private static int fail(String sentence) {
    System.err.println(sentence);
    return 1;
  }
}
