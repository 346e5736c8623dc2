package tmi.packaging.chart;

import java.util.regex.Pattern;

/// How long a component takes at most to end when it is asked to, read from its own settings.
/// collab-service ends sooner than the others may.
final class Drains {

  private static final Pattern SERVICE = Pattern.compile("quarkus\\.shutdown\\.timeout=(\\d+)s");
  private static final Pattern GATEWAY =
      Pattern.compile("@WithDefault\\(\"(\\d+)s\"\\)\\s+Duration drainTimeout");

  private Drains() {}

  static int seconds(String component) {
    return component.equals("gateway")
        ? find(GATEWAY, "gateway/src/main/java/tmi/gateway/proxy/ProxyConfig.java")
        : find(
            SERVICE,
            "libs/service-base/src/main/resources/META-INF/microprofile-config.properties");
  }

  private static int find(Pattern pattern, String file) {
    var matcher = pattern.matcher(Checkout.text(file));
    if (!matcher.find()) {
      throw new IllegalStateException("no longer in " + file + ": " + pattern);
    }
    return Integer.parseInt(matcher.group(1));
  }
}
