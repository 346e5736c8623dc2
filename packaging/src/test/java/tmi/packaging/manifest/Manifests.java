package tmi.packaging.manifest;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tmi.packaging.chart.Rendering;

/// A rendering as plain files, one for each component.
record Manifests(Map<String, String> files) {

  private static final String HEAD =
      "# Rendered from helm/tmi: change the chart, not this file (see README.md).\n";
  private static final Pattern SOURCE = Pattern.compile("# Source: tmi/templates/(\\S+)\n");

  /// Nobody but Helm should believe that Helm looks after these objects.
  private static final Pattern HELMS_OWN =
      Pattern.compile("app.kubernetes.io/managed-by: |helm.sh/chart: ");

  static Manifests of(Rendering rendering) {
    var files = new TreeMap<String, String>();
    Stream.of(rendering.text().split("(?m)^---\n"))
        .filter(document -> !document.isBlank())
        .forEach(document -> files.merge(file(document), plain(document), Manifests::joined));
    files.replaceAll((file, text) -> HEAD + text);
    return new Manifests(files);
  }

  private static String file(String document) {
    var source = SOURCE.matcher(document);
    if (!source.find()) {
      throw new IllegalArgumentException("from no template: " + document);
    }
    return source.group(1);
  }

  private static String plain(String document) {
    return SOURCE
        .matcher(document)
        .replaceFirst("")
        .lines()
        .filter(line -> !HELMS_OWN.matcher(line).find())
        .collect(Collectors.joining("\n", "", "\n"))
        .replaceAll("\n+$", "\n");
  }

  private static String joined(String first, String second) {
    return first + "---\n" + second;
  }
}
