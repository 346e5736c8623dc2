package tmi.packaging.chart;

import com.marcnuri.helm.Helm;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/// `helm template` on our chart, as an operator would call it.
public final class Chart {

  public static final Path HOME = Checkout.path("helm/tmi");

  /// The oldest release of Kubernetes that the chart takes, so that nothing newer slips in.
  private static final String KUBERNETES = "1.30.0";

  private static final Map<ValuesFile, Rendering> RENDERED = new EnumMap<>(ValuesFile.class);

  private Chart() {}

  public static synchronized Rendering rendered(ValuesFile values) {
    return RENDERED.computeIfAbsent(values, file -> new Rendering(text(file, Map.of())));
  }

  /// With further values, as by `--set`.
  public static Rendering rendered(ValuesFile values, Map<String, String> further) {
    return new Rendering(text(values, further));
  }

  private static String text(ValuesFile values, Map<String, String> further) {
    var command =
        new Helm(HOME)
            .template()
            .withName("tmi")
            .withNamespace("tmi")
            .withKubeVersion(KUBERNETES)
            .withValuesFile(values.path());
    further.forEach(command::set);
    return command.call();
  }
}
