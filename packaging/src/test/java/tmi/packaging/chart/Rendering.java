package tmi.packaging.chart;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/// What Helm made of the chart: its text and the objects in it.
public record Rendering(String text, List<HasMetadata> objects) {

  public Rendering(String text) {
    this(text, objects(text));
  }

  public <T extends HasMetadata> List<T> all(Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  public List<Workload> workloads() {
    return Stream.concat(
            all(Deployment.class).stream().map(Workload::of),
            all(Job.class).stream().map(Workload::of))
        .toList();
  }

  public Workload workload(String component) {
    return workloads().stream()
        .filter(workload -> workload.component().equals(component))
        .findFirst()
        .orElseThrow();
  }

  private static List<HasMetadata> objects(String text) {
    try (var documents = StrictModel.YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
      return documents.readAll().stream()
          .filter(JsonNode::isObject)
          .map(StrictModel::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
