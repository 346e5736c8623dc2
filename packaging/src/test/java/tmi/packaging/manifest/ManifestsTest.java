package tmi.packaging.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tmi.packaging.chart.Chart;
import tmi.packaging.chart.Checkout;
import tmi.packaging.chart.Rendering;
import tmi.packaging.chart.StrictModel;
import tmi.packaging.chart.ValuesFile;

class ManifestsTest {

  private static final Path FOLDER = Checkout.path("k8s");
  private static final Rendering RENDERED = Chart.rendered(ValuesFile.DEFAULT);

  @Test
  void filesAreWhatTheChartRenders() throws IOException {
    var expected = Manifests.of(RENDERED).files();
    if (Boolean.getBoolean("tmi.k8s.write")) {
      for (var file : expected.entrySet()) {
        Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
      }
    }
    assertThat(expected)
        .allSatisfy((file, text) ->
            assertThat(FOLDER.resolve(file))
                .as("render anew with -Dtmi.k8s.write=true")
                .hasContent(text));
  }

  @Test
  void kustomizationNamesEveryFileAndNoSecret() {
    var named = new ArrayList<String>();
    read("kustomization.yaml").get("resources").forEach(file -> named.add(file.asText()));
    var expected = new TreeSet<>(Manifests.of(RENDERED).files().keySet());
    expected.add("namespace.yaml");
    assertThat(named).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void exampleNamesEverySecretThatPodsAskFor() throws IOException {
    assertThat(exampleKeys()).containsExactlyInAnyOrderElementsOf(askedKeys());
  }

  @Test
  void exampleHoldsNothingThatCouldBeUsed() throws IOException {
    assertThat(Files.readString(FOLDER.resolve("secrets.example.yaml")).lines())
        .filteredOn(line -> line.startsWith("  ") && line.contains(": ") && line.contains("-"))
        .filteredOn(line -> !line.contains("name: "))
        .isNotEmpty()
        .allMatch(line -> line.endsWith(": REPLACE"));
  }

  @Test
  void namespaceLetsInNoPodThatAsksForRights() {
    var namespace = (Namespace) StrictModel.read(read("namespace.yaml"));
    assertThat(namespace.getMetadata().getLabels())
        .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
  }

  private static Set<String> askedKeys() {
    var keys = new TreeSet<String>();
    for (var pod : RENDERED.workloads()) {
      pod.container().getEnv().stream()
          .map(EnvVar::getValueFrom)
          .filter(Objects::nonNull)
          .map(EnvVarSource::getSecretKeyRef)
          .forEach(asked -> keys.add(asked.getName() + "/" + asked.getKey()));
      pod.pod().getVolumes().stream()
          .map(Volume::getSecret)
          .filter(Objects::nonNull)
          .forEach(asked ->
              asked
                  .getItems()
                  .forEach(item -> keys.add(asked.getSecretName() + "/" + item.getKey())));
    }
    return keys;
  }

  private static Set<String> exampleKeys() throws IOException {
    var file = FOLDER.resolve("secrets.example.yaml").toFile();
    try (var documents = StrictModel.YAML.readerFor(JsonNode.class).<JsonNode>readValues(file)) {
      return documents.readAll().stream()
          .map(document -> (Secret) StrictModel.read(document))
          .flatMap(secret ->
              secret.getStringData().keySet().stream()
                  .map(key -> secret.getMetadata().getName() + "/" + key))
          .collect(Collectors.toSet());
    }
  }

  private static JsonNode read(String file) {
    try {
      return StrictModel.YAML.readTree(FOLDER.resolve(file).toFile());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
