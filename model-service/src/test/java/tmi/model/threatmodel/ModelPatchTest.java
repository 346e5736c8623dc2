package tmi.model.threatmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import tmi.kernel.identity.Role;
import tmi.kernel.patch.JsonPatch;
import tmi.kernel.problem.Problem;

class ModelPatchTest {
  @Test
  void writersMayChangeWhatDescribesTheModel() {
    for (String field : new String[] {"name", "description", "issue_uri", "metadata"}) {
      assertThatCode(() -> require(replace("/" + field), Role.WRITER, false))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void onlyOwnersMayChangeOwnerAndList() {
    assertForbidden(replace("/owner"), Role.WRITER, true);
    assertForbidden(replace("/authorization/0/role"), Role.WRITER, true);
    assertThatCode(() -> require(replace("/authorization"), Role.OWNER, false))
        .doesNotThrowAnyException();
  }

  @Test
  void onlyReviewersMayChangeTheStatus() {
    assertForbidden(replace("/status"), Role.OWNER, false);
    assertThatCode(() -> require(replace("/status"), Role.WRITER, true)).doesNotThrowAnyException();
  }

  @Test
  void whatIsMovedAwayIsChangedLikeWhatIsReplaced() {
    for (String field : new String[] {"status", "owner", "authorization", "security_reviewer"}) {
      assertForbidden(
          patch("[{'op':'move','from':'/%s','path':'/description'}]".formatted(field)),
          Role.WRITER,
          false);
      assertForbidden(
          patch("[{'op':'copy','from':'/name','path':'/%s'}]".formatted(field)),
          Role.WRITER,
          false);
    }
    assertForbidden(
        patch("[{'op':'move','from':'/authorization/0','path':'/metadata/-'}]"),
        Role.WRITER,
        false);
  }

  @Test
  void whoChangesNothingNeedsNoRight() {
    assertThatCode(
            () -> {
              require(patch("[{'op':'test','path':'/status','value':'new'}]"), Role.WRITER, false);
              require(
                  patch("[{'op':'replace','path':'/status','value':'new'}]"), Role.WRITER, false);
              require(patch("[{'op':'copy','from':'/status','path':'/name'}]"), Role.WRITER, false);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void anOwnerMayClearTheReviewerAndNotSetOne() {
    assertForbidden(replace("/security_reviewer"), Role.OWNER, false);
    assertForbidden(patch("[{'op':'remove','path':'/security_reviewer'}]"), Role.WRITER, false);
    assertThatCode(
            () -> {
              require(patch("[{'op':'remove','path':'/security_reviewer'}]"), Role.OWNER, false);
              require(
                  patch("[{'op':'replace','path':'/security_reviewer','value':null}]"),
                  Role.OWNER,
                  false);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void anythingElseIsRefused() {
    for (String path :
        new String[] {"/id", "/version", "/threats/0", "/is_confidential", "/alias"}) {
      assertThatThrownBy(() -> replace(path))
          .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(400));
    }
  }

  private static void assertForbidden(ModelPatch patch, Role role, boolean reviewer) {
    assertThatThrownBy(() -> require(patch, role, reviewer))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(403));
  }

  private static void require(ModelPatch patch, Role role, boolean reviewer) {
    ModelPatch.requireRights(patch.applyTo(model()), role, reviewer);
  }

  private static ObjectNode model() {
    return (ObjectNode)
        tree(
            "{'name':'A','status':'new','owner':{'provider_id':'a'},"
                + "'security_reviewer':{'provider_id':'r'},'metadata':[],"
                + "'authorization':[{'provider_id':'a','role':'owner'}]}");
  }

  private static ModelPatch replace(String path) {
    return patch("[{'op':'replace','path':'" + path + "','value':'x'}]");
  }

  private static ModelPatch patch(String json) {
    return new ModelPatch(JsonPatch.parse(tree(json)));
  }

  private static JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
