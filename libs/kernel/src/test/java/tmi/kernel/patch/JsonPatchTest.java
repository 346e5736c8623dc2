package tmi.kernel.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import tmi.kernel.problem.Problem;

class JsonPatchTest {
  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void replaceOfAMissingPathAdds() throws Exception {
    var patched = patch("[{'op':'replace','path':'/b','value':2}]").applyTo(json("{'a':1}"));

    assertThat(patched).isEqualTo(json("{'a':1,'b':2}"));
  }

  @Test
  void theGivenDocumentStaysAsItWas() throws Exception {
    JsonNode document = json("{'a':{'b':1}}");

    patch("[{'op':'remove','path':'/a/b'}]").applyTo(document);

    assertThat(document).isEqualTo(json("{'a':{'b':1}}"));
  }

  @Test
  void moveAndCopyWork() throws Exception {
    var patched =
        patch("[{'op':'copy','from':'/a','path':'/b'},{'op':'move','from':'/a','path':'/c'}]")
            .applyTo(json("{'a':1}"));

    assertThat(patched).isEqualTo(json("{'b':1,'c':1}"));
  }

  @Test
  void failedApplicationNamesTheOperation() throws Exception {
    var patch = patch("[{'op':'remove','path':'/nothing'}]");

    var problem = catchThrowableOfType(Problem.class, () -> patch.applyTo(json("{}")));

    assertThat(problem.code()).isEqualTo("patch_failed");
    assertThat(problem).hasMessageContaining("remove /nothing");
  }

  @Test
  void emptyListWrongOpAndUnknownFieldAreRefused() {
    for (String body :
        new String[] {
          "[]",
          "{}",
          "[{'op':'drop','path':'/a'}]",
          "[{'op':'add','path':'a','value':1}]",
          "[{'op':'add','path':'/a'}]",
          "[{'op':'add','path':'/a','value':1,'x':1}]"
        }) {
      var problem = catchThrowableOfType(Problem.class, () -> patch(body));
      assertThat(problem.status()).as(body).isEqualTo(400);
    }
  }

  private JsonPatch patch(String text) throws Exception {
    return JsonPatch.parse(json(text));
  }

  private JsonNode json(String text) throws Exception {
    return mapper.readTree(text.replace('\'', '"'));
  }
}
