package tmi.bench;

import java.nio.file.Path;
import java.util.List;
import tmi.testkit.Stores;

/// S1 alone: `java -cp … tmi.bench.StartBench <root>`. Prints its table and writes nothing.
public final class StartBench {
  private StartBench() {}

  public static void main(String[] args) {
    Path root = Path.of(args[0]).toAbsolutePath().normalize();
    Stores stores = Stores.forService("model");
    var settings = stores.start();
    List<Row> rows;
    try {
      rows = new StartScenario(root, stores, settings).run();
    } finally {
      stores.stop();
    }
    System.out.println(Table.of(rows));
    System.exit(rows.stream().allMatch(Row::holds) ? 0 : 1);
  }
}
