package tmi.collab.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.testkit.Person;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;
import tmi.testkit.Tokens;

/// Starting, finding and ending live sessions, and the tickets to them.
@QuarkusTest
@WithTestResource(value = Stores.class, initArgs = @ResourceArg(name = "service", value = "collab"))
class SessionTest {
  TestDatabase database;
  Tokens tokens;

  @ConfigProperty(name = "quarkus.http.test-port")
  int port;

  private Client ana;
  private Client ben;
  private Model model;

  @BeforeEach
  void people() {
    Person owner = tokens.person("ana-" + UUID.randomUUID());
    Person reader = tokens.person("ben-" + UUID.randomUUID());
    ana = new Client(port, owner);
    ben = new Client(port, reader);
    model = Model.of(database, owner);
    model.share(reader, 1);
  }

  @Test
  void theFirstStartMakesASessionAndTheSecondFindsIt() {
    Client.Answer first = ana.send("POST", model.path() + "/collaborate");
    Client.Answer second = ben.send("POST", model.path() + "/collaborate");

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body().path("session_id")).isEqualTo(first.body().path("session_id"));
    assertThat(first.body().path("host").path("provider_id").asText())
        .isEqualTo(ana.person().providerId());
    assertThat(first.body().path("threat_model_name").asText()).isEqualTo("Shop");
    assertThat(first.body().path("diagram_name").asText()).isEqualTo("Checkout");
    assertThat(first.body().path("websocket_url").asText())
        .startsWith("ws://127.0.0.1:" + port + model.path() + "/ws?session_id=");
    assertThat(second.body().path("participants")).hasSize(1);
    assertThat(second.body().path("participants").path(0).path("permissions").asText())
        .isEqualTo("reader");
  }

  @Test
  void startsAtTheSameInstantGiveOneSession() {
    List<CompletableFuture<UUID>> starts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Client client = i % 2 == 0 ? ana : ben;
      starts.add(CompletableFuture.supplyAsync(() -> client.session(model)));
    }

    assertThat(starts.stream().map(CompletableFuture::join).distinct()).hasSize(1);
  }

  @Test
  void rightsComeBeforeExistence() {
    Client stranger = new Client(port, tokens.person("eve-" + UUID.randomUUID()));
    String path = model.path() + "/collaborate";
    String noDiagram =
        "/threat_models/" + model.id() + "/diagrams/" + UUID.randomUUID() + "/collaborate";
    String noModel =
        "/threat_models/" + UUID.randomUUID() + "/diagrams/" + model.diagram() + "/collaborate";

    assertThat(ana.get(path).status()).isEqualTo(404);
    assertThat(stranger.get(path).status()).isEqualTo(403);
    assertThat(stranger.get(noDiagram).status()).isEqualTo(403);
    assertThat(ana.get(noDiagram).status()).isEqualTo(404);
    assertThat(ana.get(noModel).status()).isEqualTo(404);
    assertThat(ana.get("/threat_models/x/diagrams/y/collaborate").status()).isEqualTo(400);
  }

  @Test
  void aTicketIsSoldToReadersOfALiveSessionOnly() {
    UUID session = ana.session(model);
    Client stranger = new Client(port, tokens.person("eve-" + UUID.randomUUID()));

    Client.Answer sold = ben.get("/ws/ticket?session_id=" + session);
    assertThat(sold.status()).isEqualTo(200);
    assertThat(sold.body().path("ticket").asText()).hasSize(43);
    assertThat(sold.raw().headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(stranger.get("/ws/ticket?session_id=" + session).status()).isEqualTo(404);
    assertThat(ben.get("/ws/ticket?session_id=" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(ben.get("/ws/ticket?session_id=x").status()).isEqualTo(400);
    assertThat(ben.get("/ws/ticket").status()).isEqualTo(400);
  }

  @Test
  void sessionsAreListedToReadersOfTheirModels() {
    UUID session = ana.session(model);
    Client stranger = new Client(port, tokens.person("eve-" + UUID.randomUUID()));

    assertThat(ben.get("/me/sessions").body().findValuesAsText("session_id"))
        .containsExactly(session.toString());
    assertThat(stranger.get("/me/sessions").body()).isEmpty();
  }

  @Test
  void onlyTheHostEndsIt() {
    UUID session = ana.session(model);

    assertThat(ben.send("DELETE", model.path() + "/collaborate").status()).isEqualTo(204);
    assertThat(ana.get(model.path() + "/collaborate").status()).isEqualTo(200);
    assertThat(ana.send("DELETE", model.path() + "/collaborate").status()).isEqualTo(204);
    assertThat(ana.get(model.path() + "/collaborate").status()).isEqualTo(404);
    assertThat(ana.send("DELETE", model.path() + "/collaborate").status()).isEqualTo(204);
    assertThat(ana.session(model)).isNotEqualTo(session);
  }

  @Test
  void aReadersSessionLocksNothingUntilAWriterIsInIt() {
    UUID session = ben.session(model);
    assertThat(locking()).isEmpty();
    Socket reader = ben.join(model);
    reader.await("participants_update");

    Socket writer = ana.join(model);

    JsonNode update =
        reader.await(
            "participants_update",
            m -> m.path("host").path("provider_id").asText().equals(ana.person().providerId()));
    assertThat(update.path("current_presenter")).isEqualTo(update.path("host"));
    assertThat(locking()).containsExactly(session);
    reader.close();
    writer.close();
  }

  @Test
  void aWriterWhoStartsAReadersSessionIsItsHostAtOnce() {
    UUID session = ben.session(model);

    Client.Answer found = ana.send("POST", model.path() + "/collaborate");

    assertThat(found.status()).isEqualTo(200);
    assertThat(found.body().path("session_id").asText()).isEqualTo(session.toString());
    assertThat(found.body().path("host").path("provider_id").asText())
        .isEqualTo(ana.person().providerId());
    assertThat(locking()).containsExactly(session);
  }

  @Test
  void anOwnerAndAnAdministratorEndAnySession() {
    Client administrator = new Client(port, tokens.administrator("adam-" + UUID.randomUUID()));
    for (Client client : List.of(ana, administrator)) {
      ben.session(model);
      assertThat(client.send("DELETE", model.path() + "/collaborate").status()).isEqualTo(204);
      assertThat(ana.get(model.path() + "/collaborate").status()).isEqualTo(404);
    }
    assertThat(
            database.column(
                String.class,
                "select ended_because from collab.sessions where diagram_id = ?",
                model.diagram()))
        .containsExactlyInAnyOrder("owner", "administrator");
  }

  /// Each start finds a session or makes one, however many end meanwhile.
  @Test
  void startingWhileOthersEndNeverFails() {
    Person second = tokens.person("cem-" + UUID.randomUUID());
    model.share(second, 2);
    List<CompletableFuture<Integer>> starts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Client starter = i % 2 == 0 ? ana : new Client(port, second);
      starts.add(
          CompletableFuture.supplyAsync(
              () -> starter.send("POST", model.path() + "/collaborate").status()));
      CompletableFuture.runAsync(() -> ana.send("DELETE", model.path() + "/collaborate"));
    }

    assertThat(starts.stream().map(CompletableFuture::join)).isSubsetOf(200, 201);
  }

  private List<UUID> locking() {
    return database.column(
        UUID.class,
        "select session_id from collab.locking_session where diagram_id = ?",
        model.diagram());
  }

  @Test
  void aLiveSessionIsSeenByOthersThroughThePublishedView() {
    UUID session = ana.session(model);

    assertThat(
            database.value(
                UUID.class,
                "select session_id from collab.live_session where diagram_id = ?",
                model.diagram()))
        .isEqualTo(session);
  }
}
