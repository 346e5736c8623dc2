package tmi.gateway.contract;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.Index;
import tmi.gateway.status.ApiInfo;
import tmi.gateway.status.ClientConfig;
import tmi.gateway.status.ComponentHealth;

/// The gateway's part of the document, generated from its records like those of the services.
final class GatewayDocument {
  private static final Class<?>[] SCANNED = {
    GatewayOperations.class,
    ApiInfo.class,
    ApiInfo.Status.class,
    ApiInfo.Code.class,
    ApiInfo.Build.class,
    ApiInfo.Api.class,
    ApiInfo.Operator.class,
    ApiInfo.Health.class,
    ComponentHealth.class,
    ComponentHealth.State.class,
    ClientConfig.class,
    ClientConfig.Features.class,
    ClientConfig.Operator.class,
    ClientConfig.Limits.class,
    ClientConfig.Ui.class,
    ClientConfig.Theme.class,
    ClientConfig.ContentProvider.class,
    ClientConfig.Kind.class,
  };

  private GatewayDocument() {}

  static String json() {
    // An interface without an implementation is read only when it is named.
    String named = Stream.of(SCANNED).map(Class::getName).collect(Collectors.joining(","));
    var settings =
        new PropertiesConfigSource(
            Map.of(
                "mp.openapi.extensions.smallrye.openapi",
                "3.0.3",
                "mp.openapi.scan.classes",
                named),
            "join",
            100);
    try {
      return SmallRyeOpenAPI.builder()
          .withConfig(new SmallRyeConfigBuilder().withSources(settings).build())
          .withIndex(Index.of(SCANNED))
          .enableStandardStaticFiles(false)
          .build()
          .toJSON();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
