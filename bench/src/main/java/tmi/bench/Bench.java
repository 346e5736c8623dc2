package tmi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tmi.testkit.Stores;

/// Runs all scenarios and writes the table; exits with 1 when a ratio misses its gate.
public final class Bench {
  private Bench() {}

  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    List<Row> rows = new ArrayList<>();
    Stores stores = Stores.forService("model");
    var settings = stores.start();
    try {
      try (Machine machine = new Machine(root, settings)) {
        rows.addAll(new RestScenario(machine, stores).run());
        rows.addAll(new RoomScenario(machine, stores).run());
      }
      rows.addAll(new StartScenario(root, stores, settings).run());
    } finally {
      stores.stop();
    }
    String table = Table.of(rows);
    System.out.println(table);
    Files.writeString(root.resolve("bench/RESULTS.md"), table);
    System.exit(rows.stream().allMatch(Row::holds) ? 0 : 1);
  }
}
