package tmi.launcher.process;

import java.io.IOException;

/// Starts the process of one part.
@FunctionalInterface
public interface Launch {
  Process start() throws IOException;
}
