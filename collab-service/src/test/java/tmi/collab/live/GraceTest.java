package tmi.collab.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.testkit.Awaits;
import tmi.testkit.Person;
import tmi.testkit.Stores;
import tmi.testkit.TestDatabase;
import tmi.testkit.Tokens;

/// What happens when people go, with grace times short enough to wait for.
@QuarkusTest
@TestProfile(GraceTest.Short.class)
@WithTestResource(value = Stores.class, initArgs = @ResourceArg(name = "service", value = "collab"))
class GraceTest {
  TestDatabase database;
  Tokens tokens;

  @ConfigProperty(name = "quarkus.http.test-port")
  int port;

  private Client ana;
  private Client ben;
  private Model model;

  /// Short times.
  public static final class Short implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "tmi.collab.session.host-grace", "2s",
          "tmi.collab.session.empty-grace", "3s",
          "tmi.collab.session.lease", "2s",
          "tmi.collab.session.renewal", "300ms",
          "tmi.collab.connection.given-tick", "200ms",
          "tmi.collab.connection.sockets-per-session", "3");
    }
  }

  @BeforeEach
  void people() {
    Person owner = tokens.person("ana-" + UUID.randomUUID());
    Person writer = tokens.person("ben-" + UUID.randomUUID());
    ana = new Client(port, owner);
    ben = new Client(port, writer);
    model = Model.of(database, owner);
    model.share(writer, 2);
  }

  @Test
  void aHostWhoIsGoneIsReplacedByTheWriterAndTheSessionGoesOn() {
    UUID session = ana.session(model);
    Socket host = ana.join(model);
    Socket other = ben.join(model);
    other.await("participants_update");

    host.abort();

    JsonNode update =
        other.await(
            "participants_update",
            m -> m.path("host").path("provider_id").asText().equals(ben.person().providerId()));
    assertThat(update.path("current_presenter").path("provider_id").asText())
        .isEqualTo(ben.person().providerId());
    assertThat(ben.session(model)).isEqualTo(session);
    assertThat(other.closed()).isEmpty();
    other.close();
  }

  @Test
  void aSessionThatLosesItsWritersLocksNothingAndItsNextWriterIsHost() {
    UUID session = ana.session(model);
    Socket host = ana.join(model);
    Socket other = ben.join(model);
    other.await("participants_update");
    model.share(ben.person(), 1);

    host.abort();
    Awaits.until("unlocked", () -> !locks(session));
    assertThat(ana.get(model.path() + "/collaborate").status()).isEqualTo(200);

    model.share(ben.person(), 2);
    Awaits.until("locked by whom is there and may write now", () -> locks(session));
    other.await(
        "participants_update",
        m -> m.path("host").path("provider_id").asText().equals(ben.person().providerId()));
    other.close();
  }

  private boolean locks(UUID session) {
    return database.value(Boolean.class, "select locks from collab.sessions where id = ?", session);
  }

  @Test
  void aHostWhoReloadsStaysHost() {
    Socket host = ana.join(model);
    Socket other = ben.join(model);
    other.await("participants_update");
    host.abort();
    Socket again = ana.join(model);
    again.await("participants_update");

    other.awaitAcknowledged(other.edit());

    assertThat(
            database.value(
                UUID.class,
                "select host_id from collab.sessions where diagram_id = ?",
                model.diagram()))
        .isEqualTo(ana.person().id());
    again.close();
    other.close();
  }

  @Test
  void aSessionWithoutSocketsEndsAndOneThatWasJustMadeDoesNot() {
    ana.session(model);
    Socket socket = ana.join(model);
    socket.await("diagram_state");
    socket.close();
    assertThat(ana.get(model.path() + "/collaborate").status()).isEqualTo(200);

    Awaits.until("ended", () -> ana.get(model.path() + "/collaborate").status() == 404);
    assertThat(
            database.value(
                String.class,
                "select ended_because from collab.sessions where diagram_id = ?",
                model.diagram()))
        .isEqualTo("empty");
  }

  @Test
  void aFullSessionIsSaidSo() {
    Socket[] open = {ana.join(model), ana.join(model), ben.join(model)};

    assertThat(ben.refusal(model, "?ticket=" + ben.ticket(ben.session(model)))).isEqualTo(429);
    for (Socket socket : open) {
      socket.close();
    }
  }

  @Test
  void theSessionOfADeadReplicaLapses() {
    UUID session = ana.session(model);
    database.execute(
        """
        insert into collab.sockets (id, session_id, user_id, replica, alive_until)
        values (gen_random_uuid(), ?, ?, gen_random_uuid(), now() + interval '1 second')\
        """,
        session,
        ana.person().id());

    Awaits.until(
        "its leases are swept",
        () ->
            database.value(
                    Long.class, "select count(*) from collab.sockets where session_id = ?", session)
                == 0);
    Awaits.until("ended", () -> ana.get(model.path() + "/collaborate").status() == 404);
  }

  @Test
  void theStateThatASignInWasGivenIsNoted() {
    Socket socket = ana.join(model);
    socket.awaitAcknowledged(socket.edit());
    Socket other = ben.join(model);
    other.await("diagram_state");

    Awaits.until(
        "noted",
        () ->
            database
                .column(
                    String.class,
                    "select sign_in from diagram.given where diagram_id = ?",
                    model.diagram())
                .contains(ben.person().sessionId().toString()));
    socket.close();
    other.close();
  }
}
