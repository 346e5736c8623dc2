package tmi.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import tmi.gateway.route.Destination;
import tmi.gateway.route.RouteTable;

/// What is committed in `contract/openapi/` is what the code says. To renew it after a change,
/// build the services and run this test with `-Dtmi.contract.write=true`.
class CommittedDocumentsTest {
  private final Documents documents = new Documents(Path.of("").toAbsolutePath().getParent());
  private final Map<String, ObjectNode> parts = documents.generated();

  @Test
  void theCommittedDocumentsAreWhatTheCodeSays() throws IOException {
    Map<String, ObjectNode> all = new TreeMap<>(parts);
    all.put("tmi", JoinedDocument.of(parts, apiVersion()));
    boolean write = Boolean.getBoolean("tmi.contract.write");
    for (var entry : all.entrySet()) {
      Path file = documents.committed(entry.getKey());
      String generated = Documents.print(entry.getValue());
      if (write) {
        Files.writeString(file, generated);
      }
      assertThat(Files.exists(file) ? Documents.read(file) : "absent")
          .as("contract/openapi/%s.json; renew it with -Dtmi.contract.write=true", entry.getKey())
          .isEqualTo(generated);
    }
  }

  @Test
  void theGatewayRoutesEveryOperationToTheServiceThatDocumentsIt() {
    RouteTable routes = new RouteTable();
    parts.forEach((service, part) ->
        part.path("paths")
            .fieldNames()
            .forEachRemaining(path ->
                assertThat(routes.of(path.replaceAll("\\{[^}]*}", "7")))
                    .as(path)
                    .isEqualTo(destination(service))));
  }

  private static Destination destination(String service) {
    return Destination.valueOf(service.replace("-service", "").toUpperCase(Locale.ROOT));
  }

  private static String apiVersion() {
    return ConfigProvider.getConfig().getValue("tmi.gateway.status.api-version", String.class);
  }
}
