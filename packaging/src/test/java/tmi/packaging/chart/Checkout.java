package tmi.packaging.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files of this repository.
public final class Checkout {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private Checkout() {}

  public static Path path(String inside) {
    return ROOT.resolve(inside);
  }

  public static String text(String inside) {
    return text(path(inside));
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
