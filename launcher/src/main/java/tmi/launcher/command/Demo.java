package tmi.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tmi.launcher.Checkout;
import tmi.launcher.Refusal;
import tmi.launcher.build.Build;
import tmi.launcher.status.RunLock;
import tmi.launcher.status.StateFile;

/// `./tmi demo`: loads the module `demo` into the running suite, through the public API.
///
/// @param person the development user that it will belong to
record Demo(String person) implements Order {

  static final String PERSON = "demo";

  @Override
  public int run(Checkout checkout) throws IOException {
    if (!Files.exists(checkout.module("demo").resolve("pom.xml"))) {
      throw new Refusal("This checkout has no folder demo: take a complete one.");
    }
    if (!RunLock.isTaken(checkout)) {
      throw new Refusal("Nothing is running that the demo could be loaded into: ./tmi up first.");
    }
    new Build(checkout, Up::say).ensureDemo();
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                checkout.module("demo").resolve("target/demo.jar").toString(),
                new StateFile(checkout).read().address(),
                person)
            .directory(checkout.root().toFile())
            .inheritIO();
    return Exit.of(builder.start());
  }
}
