package tmi.launcher.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tmi.launcher.Checkout;

/// `.tmi/state.json`, replaced in one step so that a reader never meets half of it.
public final class StateFile {

  private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private final Path file;

  public StateFile(Checkout checkout) {
    this.file = checkout.data().resolve("state.json");
  }

  /// A file that cannot be read is as good as none: it only holds what can be found out again.
  public State read() {
    try {
      return Files.exists(file) ? json.readValue(file.toFile(), State.class) : State.NONE;
    } catch (IOException e) {
      return State.NONE;
    }
  }

  public void write(State state) {
    try {
      var unfinished = file.resolveSibling("state.json.new");
      json.writeValue(unfinished.toFile(), state);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
