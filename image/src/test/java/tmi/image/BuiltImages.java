package tmi.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tmi.image.program.Program;
import tmi.testkit.ProjectFolder;

/// The images of this run, each written once.
final class BuiltImages {

  static final String PAGE = "<!doctype html><title>TMI</title>";

  private static final Path FOLDER = Path.of("target/test-images").toAbsolutePath();

  private BuiltImages() {}

  /// Unpacked into a folder of its own.
  static UnpackedImage of(Program program) {
    try {
      Files.createDirectories(FOLDER);
      var tar = new Images(ProjectFolder.root(), FOLDER, web()).write(program);
      var image = UnpackedImage.of(tar, FOLDER.resolve("root-" + program.module()));
      System.out.printf(
          "%s: tar %.1f MB, unpacked %.1f MB%n",
          program.module(), Files.size(tar) / 1e6, image.bytes() / 1e6);
      return image;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// In place of the built web application, which other tests look after.
  private static Path web() throws IOException {
    var web = Files.createDirectories(FOLDER.resolve("web"));
    Files.writeString(web.resolve("index.html"), PAGE);
    return web;
  }
}
