package tmi.model.threatmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.model.Api;
import tmi.model.Others;
import tmi.model.RealStores;
import tmi.testkit.Person;
import tmi.testkit.TestDatabase;
import tmi.testkit.Tokens;

@QuarkusTest
@RealStores
class SharingTest {
  private static final UUID REVIEWERS = new UUID(0, 1);
  Tokens tokens;
  TestDatabase database;
  Person alice;
  Person bob;
  String model;

  @BeforeEach
  void people() {
    Others.hide(database);
    alice = tokens.person("alice" + UUID.randomUUID());
    bob = tokens.person("bob" + UUID.randomUUID());
    model = Api.as(alice).model("Shop");
  }

  @Test
  void whoIsNotNamedHasNoAccessAndSeesNothingInLists() {
    Api.as(bob).get(model).then().statusCode(403);
    Api.as(bob).get("/threat_models").then().body("total", equalTo(0));
  }

  @Test
  void whoIsNamedSeesTheModel() {
    Api.as(alice).share(model, "user " + bob.providerId() + " reader");

    Api.as(bob).get(model).then().statusCode(200);
    Api.as(bob).get("/threat_models").then().body("total", equalTo(1));
  }

  @Test
  void everyoneMeansEverySignedInPersonInTheOlderWordsToo() {
    Api.as(alice)
        .patch(
            model,
            "[{'op':'add','path':'/authorization/-',"
                + "'value':{'subject':'everyone','subject_type':'group','role':'reader'}}]")
        .then()
        .statusCode(200)
        .body("authorization.provider_id", hasItem("everyone"));

    Api.as(bob).get(model).then().statusCode(200);
    Api.as(bob).put(model, "{'name':'B'}").then().statusCode(403);
  }

  @Test
  void theHighestRoleCounts() {
    Api.as(alice).share(model, "group everyone reader", "user " + bob.providerId() + " writer");

    Api.as(bob).put(model, "{'name':'B'}").then().statusCode(200);
    Api.as(bob).get("/threat_models").then().body("total", equalTo(1));
  }

  @Test
  void aGroupOfTheCallerGrantsItsRole() {
    UUID group = UUID.randomUUID();
    String name = "team-" + group;
    database.execute(
        "insert into auth.groups (id, provider, name) values (?, 'tmi', ?)", group, name);
    tokens.addTo(group, bob);

    Api.as(alice).share(model, "group " + name + " writer");

    Api.as(bob).put(model, "{'name':'B'}").then().statusCode(200);
  }

  @Test
  void anUnknownPersonIsKeptUntilTheFirstSignIn() {
    String email = "carol" + UUID.randomUUID() + "@example.org";
    Api.as(alice).share(model, "user " + email + " writer");

    Api.as(alice).get(model).then().body("authorization.email", hasItem(email));
  }

  @Test
  void anEmailSentAsIdFindsThePersonAndIsAnsweredAsId() {
    Api.as(alice).share(model, "user " + bob.email() + " writer");

    Api.as(alice).get(model).then().body("authorization.provider_id", hasItem(bob.providerId()));
    Api.as(bob).get(model).then().statusCode(200);
  }

  @Test
  void theOwnerStaysWhateverTheListSays() {
    Api.as(alice).share(model, "user " + bob.providerId() + " owner");

    Api.as(bob).share(model, "user " + bob.providerId() + " owner");

    Api.as(alice).get(model).then().statusCode(200);
    Api.as(alice).delete(model).then().statusCode(204);
  }

  @Test
  void aNewOwnerLeavesTheFormerOneAsOwner() {
    Api.as(alice)
        .patch(
            model,
            "[{'op':'replace','path':'/owner','value':{'principal_type':'user','provider':'tmi',"
                + "'provider_id':'"
                + bob.providerId()
                + "'}}]")
        .then()
        .statusCode(200)
        .body("owner.provider_id", equalTo(bob.providerId()))
        .body(
            "authorization.findAll { it.principal_type == 'user' }.role",
            equalTo(List.of("owner", "owner")));
    Api.as(alice).get(model).then().statusCode(200);
  }

  @Test
  void onlyAReviewerSetsTheReviewerWhoBecomesOwner() {
    Person reviewer = tokens.person("rita" + UUID.randomUUID());
    String set =
        "[{'op':'replace','path':'/security_reviewer','value':{'principal_type':'user',"
            + "'provider':'tmi','provider_id':'"
            + bob.providerId()
            + "'}}]";
    Api.as(alice).patch(model, set).then().statusCode(403);
    tokens.addTo(REVIEWERS, reviewer);

    Api.as(reviewer)
        .patch(model, set)
        .then()
        .statusCode(200)
        .body("security_reviewer.provider_id", equalTo(bob.providerId()));
    Api.as(bob).put(model, "{'name':'B'}").then().statusCode(200);
    Api.as(alice)
        .patch(model, "[{'op':'replace','path':'/authorization','value':[]}]")
        .then()
        .statusCode(409);
    Api.as(alice)
        .patch(model, "[{'op':'remove','path':'/security_reviewer'}]")
        .then()
        .statusCode(200)
        .body("security_reviewer", nullValue());
  }

  @Test
  void onlyAReviewerChangesTheStatusAndItsTimeFollows() {
    Person reviewer = tokens.person("rita" + UUID.randomUUID());
    tokens.addTo(REVIEWERS, reviewer);
    String before = Api.as(alice).get(model).path("status_updated");
    String status = "[{'op':'replace','path':'/status','value':'In Review'}]";

    Api.as(alice).patch(model, status).then().statusCode(403);
    String after = Api.as(reviewer).patch(model, status).path("status_updated");

    assertThat(after).isGreaterThan(before);
    Api.as(reviewer)
        .patch(model, "[{'op':'replace','path':'/name','value':'B'}]")
        .then()
        .body("status", equalTo("In Review"))
        .body("status_updated", equalTo(after));
  }

  @Test
  void aReviewerSeesModelsButNotConfidentialOnes() {
    Person reviewer = tokens.person("rita" + UUID.randomUUID());
    tokens.addTo(REVIEWERS, reviewer);
    String secret =
        "/threat_models/"
            + Api.as(alice)
                .post("/threat_models", "{'name':'Secret','is_confidential':true}")
                .path("id");

    Api.as(reviewer).get(model).then().statusCode(200);
    Api.as(reviewer).get(secret).then().statusCode(403);
  }

  @Test
  void administratorsHaveNoRightOfTheirOwn() {
    Person root = tokens.administrator("root" + UUID.randomUUID());

    Api.as(root).get(model).then().statusCode(403);
  }

  @Test
  void accessThatIsTakenAwayIsToldInTheSameTransaction() {
    Api.as(alice).share(model, "user " + bob.providerId() + " writer");
    long before = revocations();

    Api.as(alice).share(model);

    assertThat(revocations()).isEqualTo(before + 1);
    Api.as(bob).get(model).then().statusCode(403);
  }

  @Test
  void aPatchThatLeavesTheListAsItIsTellsNobody() {
    Api.as(alice).share(model, "user " + bob.providerId() + " writer");
    long before = revocations();

    Api.as(alice).share(model, "user " + bob.providerId() + " writer");
    Api.as(alice).patch(model, "[{'op':'replace','path':'/name','value':'B'}]");

    assertThat(revocations()).isEqualTo(before);
  }

  private long revocations() {
    return database.value(
        Long.class,
        "select count(*) from auth.revocations where kind = 'access' and subject = ?",
        model.substring(model.lastIndexOf('/') + 1));
  }
}
