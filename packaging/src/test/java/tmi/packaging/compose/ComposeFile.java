package tmi.packaging.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tmi.packaging.chart.Checkout;

/// `docker-compose.yml` with its anchors resolved and its variables as they stand.
record ComposeFile(String text, JsonNode root) {

  static final List<String> PROGRAMS =
      List.of(
          "migration",
          "auth-service",
          "model-service",
          "collab-service",
          "webhook-service",
          "gateway");

  private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)(:[?-])?");

  static ComposeFile read() {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    var text = Checkout.text("docker-compose.yml");
    Map<String, Object> content = new Yaml(new SafeConstructor(options)).load(text);
    return new ComposeFile(text, new ObjectMapper().valueToTree(content));
  }

  JsonNode service(String name) {
    return root.path("services").path(name);
  }

  Set<String> services() {
    var names = new TreeSet<String>();
    root.path("services").fieldNames().forEachRemaining(names::add);
    return names;
  }

  Set<String> environment(String service) {
    var names = new TreeSet<String>();
    service(service).path("environment").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /// The variables without which it refuses to start.
  Set<String> demanded() {
    return variables(":?");
  }

  Set<String> withDefault() {
    return variables(":-");
  }

  private Set<String> variables(String kind) {
    var names = new TreeSet<String>();
    VARIABLE
        .matcher(text)
        .results()
        .filter(found -> kind.equals(found.group(2)))
        .forEach(found -> names.add(found.group(1)));
    return names;
  }
}
