package tmi.webhook.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.testkit.Awaits;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;
import tmi.testkit.Tokens;

/// What a receiver does who takes the library of Standard Webhooks and the secret as it was handed
/// to him. Needs Node and the packages of `web/`.
@QuarkusTest
@WithTestResource(
    value = Stores.class,
    initArgs = @ResourceArg(name = "service", value = "webhook"))
class ReferenceLibraryTest {
  private static final Path WEB = Path.of("../web");
  private static final String VERIFY =
      """
      import { Webhook } from 'standardwebhooks';
      let input = '';
      for await (const part of process.stdin) input += part;
      const { secret, body, headers } = JSON.parse(input);
      new Webhook(secret).verify(body, headers);
      console.log('verified');
      """;

  TestDatabase database;
  Tokens tokens;

  private Sink sink;
  private Api api;

  @BeforeEach
  void arrange() {
    assumeTrue(
        Files.isDirectory(WEB.resolve("node_modules/standardwebhooks")),
        "the packages of web/ are not installed");
    sink = new Sink();
    api = new Api(tokens.administrator("admin" + UUID.randomUUID().toString().substring(0, 8)));
  }

  @AfterEach
  void clear() {
    if (sink != null) {
      sink.close();
      database.execute("delete from webhook.subscriptions");
      database.execute("delete from webhook.deliveries");
    }
  }

  @Test
  void secretThatWeMakeVerifiesAsHandedOut() throws Exception {
    var made = api.subscribeWithoutSecret(sink.url(), "threat.created");
    Awaits.until("active", () -> api.status(made.getString("id")).equals("active"));
    Log.of(database).add("threat.created", UUID.randomUUID());
    Awaits.untilAsserted(() -> assertThat(sink.deliveries()).hasSize(1));

    Received received = sink.deliveries().getFirst();
    JsonObject input =
        new JsonObject()
            .put("secret", made.getString("secret"))
            .put("body", new String(received.body(), StandardCharsets.UTF_8))
            .put("headers", received.headers());

    assertThat(node(input.encode())).isEqualTo("verified\n");
  }

  private static String node(String input) throws IOException, InterruptedException {
    Process node =
        new ProcessBuilder(List.of("node", "--input-type=module", "--eval", VERIFY))
            .directory(WEB.toFile())
            .redirectErrorStream(true)
            .start();
    try (var stdin = node.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    node.waitFor();
    return said;
  }
}
