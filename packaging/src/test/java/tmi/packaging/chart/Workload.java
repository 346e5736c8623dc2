package tmi.packaging.chart;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Map;

/// Something that makes pods, and the pod that it makes.
public record Workload(HasMetadata owner, PodTemplateSpec template) {

  static Workload of(Deployment deployment) {
    return new Workload(deployment, deployment.getSpec().getTemplate());
  }

  static Workload of(Job job) {
    return new Workload(job, job.getSpec().getTemplate());
  }

  public String component() {
    return labels().get("app.kubernetes.io/component");
  }

  public Map<String, String> labels() {
    return template.getMetadata().getLabels();
  }

  public Map<String, String> annotations() {
    var annotations = template.getMetadata().getAnnotations();
    return annotations == null ? Map.of() : annotations;
  }

  public PodSpec pod() {
    return template.getSpec();
  }

  public Container container() {
    return pod().getContainers().getFirst();
  }

  public boolean isService() {
    return owner instanceof Deployment;
  }

  @Override
  public String toString() {
    return component();
  }
}
