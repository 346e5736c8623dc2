package tmi.packaging.chart;

import java.nio.file.Path;
import java.util.Locale;

/// The three installations that every promise is held against.
public enum ValuesFile {
  DEFAULT,
  MINIMAL,
  FULL;

  public Path path() {
    return Chart.HOME.resolve("ci").resolve(name().toLowerCase(Locale.ROOT) + "-values.yaml");
  }
}
