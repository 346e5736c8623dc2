package tmi.packaging.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A copy of the chart whose own values are those of an installation: the library's `lint` takes no
/// values file.
record MergedChart(Path home) {

  static MergedChart of(ValuesFile values, Path folder) throws IOException {
    var home = folder.resolve("tmi");
    try (var tree = Files.walk(Chart.HOME)) {
      for (var file : tree.toList()) {
        Files.copy(file, home.resolve(Chart.HOME.relativize(file).toString()));
      }
    }
    var own = home.resolve("values.yaml");
    var merged = StrictModel.YAML.readTree(own.toFile());
    StrictModel.YAML.readerForUpdating(merged).<JsonNode>readValue(values.path().toFile());
    StrictModel.YAML.writeValue(own.toFile(), merged);
    return new MergedChart(home);
  }

  LintResult lint() {
    return new Helm(home).lint().strict().call();
  }
}
