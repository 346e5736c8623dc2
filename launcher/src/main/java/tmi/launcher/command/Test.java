package tmi.launcher.command;

import java.io.IOException;
import tmi.launcher.Checkout;
import tmi.launcher.verify.AllTests;

/// `./tmi test`
record Test() implements Order {

  private static final long NEEDED_BYTES = 2L << 30;

  @Override
  public int run(Checkout checkout) throws IOException {
    checkout.prepare(NEEDED_BYTES);
    var tally = new AllTests(checkout).run();
    System.out.println();
    System.out.println(tally.line());
    return tally.isGood() ? 0 : 1;
  }
}
