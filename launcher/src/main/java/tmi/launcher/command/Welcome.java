package tmi.launcher.command;

import java.util.ArrayList;
import java.util.List;

/// Where it is and how to get in.
final class Welcome {

  private Welcome() {}

  static List<String> lines(String address, boolean detached) {
    var mode = System.getenv().getOrDefault("TMI_BUILD_MODE", "dev");
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add("TMI is ready at %s/".formatted(address));
    if (mode.equals("production")) {
      lines.add("Sign in with one of the providers that you configured.");
    } else {
      lines.add(
          "Sign in: choose the provider TMI and any user name, for"
              + " instance alice; the first one becomes administrator.");
    }
    lines.add(
        detached
            ? "It runs in the background: ./tmi status, ./tmi logs, ./tmi down."
            : "Ctrl-C stops everything; ./tmi demo in another terminal loads an example.");
    return List.copyOf(lines);
  }
}
