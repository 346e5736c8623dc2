package tmi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/// The published table.
final class Table {
  private Table() {}

  static String of(List<Row> rows) {
    StringBuilder text = new StringBuilder("# Results\n\n");
    text.append(
        """
        %s · %s · %d cores, %d GiB, JDK %s, PostgreSQL 17 and Redis on the same cores as client and \
        servers. Read the ratios; the absolute numbers belong to this machine. Medians of %d rounds (starts: 3), \
        ours and the baseline in turn. Command: `bench/run`.

        | What | unit | baseline | ours | ratio | gate | holds |
        | --- | --- | -: | -: | -: | -: | --- |
        """
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                processor(),
                Runtime.getRuntime().availableProcessors(),
                gibibytes(),
                Runtime.version().feature(),
                Rounds.COUNT));
    for (Row row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %.2f | %.2f | %.2f | %s %.2f | %s |%n",
              row.what(),
              row.unit(),
              row.baseline(),
              row.ours(),
              row.ratio(),
              row.higherIsBetter() ? "≥" : "≤",
              row.gate(),
              row.holds() ? "yes" : "**no**"));
    }
    text.append(
        """

        A gate keeps what was reached, less the noise of a shared machine; it is not the aim. The aims are \
        0.90 for GET and 0.85 for PATCH: what a service wears today (framework, token, checks, metrics) \
        costs nearly twice the work itself, on cores that client and stores take part of.
        """);
    return text.toString();
  }

  private static String processor() {
    return line("/proc/cpuinfo", "model name").replaceFirst(".*: *", "");
  }

  private static long gibibytes() {
    return Long.parseLong(line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) >> 20;
  }

  private static String line(String file, String start) {
    try (var lines = Files.lines(Path.of(file))) {
      return lines.filter(l -> l.startsWith(start)).findFirst().orElse(": unknown 0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
