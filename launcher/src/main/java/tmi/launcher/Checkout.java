package tmi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folders of one checkout.
///
/// @param root where the script `tmi` is
/// @param data all that a run leaves behind; `.tmi/` unless `TMI_DATA` names another
public record Checkout(Path root, Path data) {

  public Checkout {
    root = root.toAbsolutePath().normalize();
    data = data.toAbsolutePath().normalize();
  }

  public static Checkout ofScript() {
    var home = System.getenv("TMI_HOME");
    if (home == null) {
      throw new Refusal("The launcher was started without its script: run ./tmi instead.");
    }
    var data = System.getenv("TMI_DATA");
    var root = Path.of(home);
    return new Checkout(
        root, data == null || data.isBlank() ? root.resolve(".tmi") : Path.of(data));
  }

  /// The same sources with other data: for a run that must not meet the developer's own.
  public Checkout withData(Path other) {
    return new Checkout(root, other);
  }

  public Path module(String name) {
    return root.resolve(name);
  }

  public Path log(String part) {
    return data.resolve("log").resolve(part + ".log");
  }

  public Path secrets() {
    return data.resolve("secrets");
  }

  /// Unpacked once for all runs of this checkout.
  public Path programs() {
    return root.resolve(".tmi/bin");
  }

  /// Makes the folders, and refuses when a full disk would soon make everything fail.
  public void prepare(long neededBytes) throws IOException {
    Files.createDirectories(data.resolve("log"));
    if (!Files.isWritable(data)) {
      throw new Refusal(
          "%s cannot be written: start as its owner, or run \"sudo chown -R $(id -u) %s\"."
              .formatted(data, data));
    }
    var free = Files.getFileStore(data).getUsableSpace();
    if (free < neededBytes) {
      throw new Refusal(
          "The disk that holds %s has %d MB left, %d MB are needed: make room and start again."
              .formatted(data, free >> 20, neededBytes >> 20));
    }
  }
}
