package tmi.model.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.model.Api;
import tmi.model.RealStores;
import tmi.testkit.Person;
import tmi.testkit.TestDatabase;
import tmi.testkit.Tokens;

/// Each change leaves its audit row and its event, in one commit with it.
@QuarkusTest
@RealStores
class HistoryTest {
  Tokens tokens;
  TestDatabase database;
  Person person;
  Api alice;
  String model;

  @BeforeEach
  void model() {
    person = tokens.person("alice" + UUID.randomUUID());
    alice = Api.as(person);
    model = alice.model("Shop");
  }

  @Test
  void everyChangeIsToldInOrderAndWithoutAGap() {
    String threat = alice.child(model, "threats", "{'name':'T','threat_type':[]}");
    String diagram = alice.child(model, "diagrams", "{'name':'D','type':'DFD-1.0.0'}");
    alice.put(model, "{'name':'B'}");
    alice.share(model, "group everyone reader");
    alice.patch(threat, "[{'op':'replace','path':'/name','value':'U'}]");
    alice.put(diagram, "{'name':'E','type':'DFD-1.0.0','cells':[]}");
    alice.post(threat + "/metadata", "{'key':'a','value':'1'}");
    alice.put(threat + "/metadata/a", "{'value':'2'}");
    alice.delete(threat + "/metadata/a");
    alice.delete(threat);
    alice.delete(diagram);
    alice.delete(model);

    assertThat(column("select type from event.log where stream = ? order by number"))
        .containsExactly(
            "threat_model.created",
            "threat.created",
            "diagram.created",
            "threat_model.updated",
            "threat_model.updated",
            "threat.updated",
            "diagram.updated",
            "metadata.created",
            "metadata.updated",
            "metadata.deleted",
            "threat.deleted",
            "diagram.deleted",
            "threat_model.deleted");
    assertThat(column("select l.number::text from event.log l where stream = ? order by l.number"))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13");
  }

  @Test
  void anEventCarriesTheOwnerTheActorAndWhatMayTravel() {
    assertThat(
            column(
                "select concat_ws('|', object_type, owner_id, actor_id, confidential, data->>'name')"
                    + " from event.log where stream = ?"))
        .containsExactly("threat_model|%s|%s|f|Shop".formatted(person.id(), person.id()));
  }

  @Test
  void eventsOfAConfidentialModelAreMarked() {
    String secret =
        "/threat_models/"
            + alice.post("/threat_models", "{'name':'Secret','is_confidential':true}").path("id");
    alice.child(secret, "threats", "{'name':'T','threat_type':[]}");

    assertThat(
            database.column(
                Boolean.class, "select confidential from event.log where stream = ?", id(secret)))
        .containsExactly(true, true);
  }

  @Test
  void theAuditRowHoldsTheObjectBeforeAndAfterAndWhoDidIt() {
    alice.share(model, "group everyone reader");
    alice.patch(model, "[{'op':'replace','path':'/name','value':'B'}]");

    assertThat(
            column(
                "select concat_ws('|', object_type, change_type, actor->>'email',"
                    + " before->>'name', after->>'name', jsonb_array_length(after->'access'))"
                    + " from audit.entry where threat_model_id = ? order by created_at"))
        .containsExactly(
            "threat_model|created|" + person.email() + "|Shop|3",
            "threat_model|patched|" + person.email() + "|Shop|Shop|2",
            "threat_model|patched|" + person.email() + "|Shop|B|2");
  }

  @Test
  void whatIsRefusedLeavesNothing() {
    long before = rows();

    alice.put(model, "{'name':'B'}", "9").then().statusCode(409);
    alice.put(model, "{'nome':'B'}").then().statusCode(400);
    alice.delete(model + "/threats/" + UUID.randomUUID()).then().statusCode(404);
    Api.as(tokens.person("eve" + UUID.randomUUID())).put(model, "{'name':'B'}");

    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aBulkTellsOfEachThreat() {
    alice.post(
        model + "/threats/bulk", "[{'name':'A','threat_type':[]},{'name':'B','threat_type':[]}]");

    assertThat(
            column(
                "select data->>'name' from event.log where stream = ? and number > 1"
                    + " order by number"))
        .containsExactly("A", "B");
  }

  private long rows() {
    return database.value(
        Long.class,
        "select (select count(*) from event.log where stream = ?)"
            + " + (select count(*) from audit.entry where threat_model_id = ?)",
        id(model),
        id(model));
  }

  private List<String> column(String sql) {
    return database.column(String.class, sql, id(model));
  }

  private static UUID id(String address) {
    return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
  }
}
