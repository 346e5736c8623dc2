package tmi.model.threatmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import tmi.kernel.identity.Role;
import tmi.kernel.patch.JsonPatch;
import tmi.kernel.problem.Problem;

class ModelPatchTest {
  @Test
  void writersMayChangeWhatDescribesTheModel() {
    for (String field : new String[] {"name", "description", "issue_uri", "metadata"}) {
      assertThatCode(() -> replace("/" + field).requireRights(Role.WRITER, false))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void onlyOwnersMayChangeOwnerAndList() {
    assertForbidden(replace("/owner"), Role.WRITER, true);
    assertForbidden(replace("/authorization/0/role"), Role.WRITER, true);
    assertThatCode(() -> replace("/authorization").requireRights(Role.OWNER, false))
        .doesNotThrowAnyException();
  }

  @Test
  void onlyReviewersMayChangeTheStatus() {
    assertForbidden(replace("/status"), Role.OWNER, false);
    assertThatCode(() -> replace("/status").requireRights(Role.WRITER, true))
        .doesNotThrowAnyException();
  }

  @Test
  void anOwnerMayClearTheReviewerAndNotSetOne() {
    assertForbidden(replace("/security_reviewer"), Role.OWNER, false);
    assertForbidden(patch("[{'op':'remove','path':'/security_reviewer'}]"), Role.WRITER, false);
    assertThatCode(
            () -> {
              patch("[{'op':'remove','path':'/security_reviewer'}]")
                  .requireRights(Role.OWNER, false);
              patch("[{'op':'replace','path':'/security_reviewer','value':null}]")
                  .requireRights(Role.OWNER, false);
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

  @Test
  void aTestTouchesNothing() {
    ModelPatch patch = patch("[{'op':'test','path':'/name','value':'A'}]");

    assertThat(patch.touches("name")).isFalse();
    assertThat(replace("/authorization/0").touches("authorization")).isTrue();
  }

  private static void assertForbidden(ModelPatch patch, Role role, boolean reviewer) {
    assertThatThrownBy(() -> patch.requireRights(role, reviewer))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(403));
  }

  private static ModelPatch replace(String path) {
    return patch("[{'op':'replace','path':'" + path + "','value':'x'}]");
  }

  private static ModelPatch patch(String json) {
    try {
      return new ModelPatch(JsonPatch.parse(new ObjectMapper().readTree(json.replace('\'', '"'))));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
