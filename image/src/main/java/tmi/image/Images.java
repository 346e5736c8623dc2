package tmi.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import tmi.image.program.Program;
import tmi.image.runtime.JavaRuntime;
import tmi.image.runtime.SystemLibraries;
import tmi.image.tar.ImageTar;
import tmi.image.tar.Sources;

/// `image/tar [program …]`: writes `image/target/images/<program>.tar`, of all programs when none
/// is named. What it reads must be built.
public final class Images {

  private static final String VERSION = "0.1.0";

  private final Path checkout;
  private final Path target;
  private final Path web;

  Images(Path checkout, Path target, Path web) {
    this.checkout = checkout;
    this.target = target;
    this.web = web;
  }

  public static void main(String[] args) throws IOException {
    var checkout = Path.of(args[0]).toAbsolutePath().normalize();
    var images =
        new Images(
            checkout,
            checkout.resolve("image/target/images"),
            checkout.resolve("web/apps/studio/dist"));
    var names = Stream.of(args).skip(1).toList();
    var programs =
        names.isEmpty()
            ? Stream.of(Program.values()).toList()
            : names.stream().map(Program::named).toList();
    for (var program : programs) {
      var file = images.write(program);
      System.out.printf("%s: %d MB%n", file, Files.size(file) >> 20);
    }
  }

  Path write(Program program) throws IOException {
    Files.createDirectories(target);
    var runtime = target.resolve("runtime");
    if (!Files.exists(runtime)) {
      JavaRuntime.link(checkout.resolve("image/jlink-modules"), runtime);
    }
    var sources = new Sources(checkout, runtime, SystemLibraries.of(runtime), web, VERSION);
    var file = target.resolve(program.module() + ".tar");
    new ImageTar(sources, target.resolve("work")).write(program, file);
    return file;
  }
}
