package tmi.kernel.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
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

  @Test
  void aListTakesNothingButAnIndexAsTheStandardWritesIt() throws Exception {
    for (String token :
        new String[] {
          "x", "-1", "01", "00", "+0", "1e0", " ", " 0", "0 ", "", "1.0", "999999999999", "٠", "2"
        }) {
      for (String op :
          new String[] {
            "{'op':'add','path':'/l/%s','value':1}",
            "{'op':'add','path':'/l/%s/x','value':1}",
            "{'op':'remove','path':'/l/%s'}",
            "{'op':'test','path':'/l/%s','value':1}",
            "{'op':'copy','from':'/l/%s','path':'/b'}",
            "{'op':'move','from':'/l/%s','path':'/b'}",
            "{'op':'copy','from':'/l/0','path':'/l/%s'}",
            "{'op':'replace','path':'/l/%s','value':1}"
          }) {
        assertRefused("[" + op.formatted(token) + "]", "{'l':[{}]}");
      }
    }
  }

  @Test
  void theEndOfAListIsAPlaceToPutSomethingAndNothingElse() throws Exception {
    assertThat(patch("[{'op':'add','path':'/l/-','value':2}]").applyTo(json("{'l':[1]}")))
        .isEqualTo(json("{'l':[1,2]}"));
    for (String op :
        new String[] {
          "{'op':'remove','path':'/l/-'}",
          "{'op':'test','path':'/l/-','value':1}",
          "{'op':'copy','from':'/l/-','path':'/b'}",
          "{'op':'add','path':'/l/-/x','value':1}"
        }) {
      assertRefused("[" + op + "]", "{'l':[{}]}");
    }
  }

  @Test
  void nothingIsPutIntoItself() throws Exception {
    assertRefused("[{'op':'copy','from':'/l','path':'/l/-'}]", "{'l':[1]}");
    assertRefused("[{'op':'move','from':'/l','path':'/l/0'}]", "{'l':[1]}");
    assertThat(patch("[{'op':'move','from':'/l','path':'/l'}]").applyTo(json("{'l':[1]}")))
        .isEqualTo(json("{'l':[1]}"));
  }

  @Test
  void copiesThatDoubleADocumentAreRefusedAtTheLimit() throws Exception {
    String round =
        "{'op':'copy','from':'/a','path':'/b/-'},{'op':'copy','from':'/b','path':'/a/-'}";
    var patch = patch("[" + String.join(",", Collections.nCopies(50, round)) + "]");

    var problem = catchThrowableOfType(Problem.class, () -> patch.applyTo(json("{'a':[],'b':[]}")));

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem).hasMessageContaining("200000 JSON values");
  }

  @Test
  void aDocumentOverItsBytesIsRefusedByName() throws Exception {
    String text = "é".repeat(700_000);
    String copies = "{'op':'copy','from':'/t','path':'/u'},{'op':'copy','from':'/t','path':'/v'}";

    var problem =
        catchThrowableOfType(
            Problem.class, () -> patch("[" + copies + "]").applyTo(json("{'t':'" + text + "'}")));

    assertThat(problem).hasMessageContaining("Operation 1 (copy /v)").hasMessageContaining("4 MiB");
  }

  @Test
  void aDocumentThatIsTooLargeAlreadyMayBecomeSmaller() throws Exception {
    JsonNode large = json("{'l':[" + "0,".repeat(250_000) + "0],'a':1}");

    assertThat(patch("[{'op':'replace','path':'/a','value':2}]").applyTo(large).path("a").asInt())
        .isEqualTo(2);
    assertThat(patch("[{'op':'remove','path':'/l/0'}]").applyTo(large).path("l")).hasSize(250_000);
    assertRefused("[{'op':'add','path':'/l/-','value':0}]", large);
  }

  @Test
  void aDocumentNestsNoDeeperThanABodyMay() throws Exception {
    String path = "/a" + "/a".repeat(90);
    String deep = "{'a':".repeat(90) + "1" + "}".repeat(90);

    assertRefused(
        "[{'op':'copy','from':'/b','path':'" + path + "'}]", "{'a':" + deep + ",'b':" + deep + "}");
  }

  @Test
  void numbersAreTestedByTheirValue() throws Exception {
    patch("[{'op':'test','path':'/a','value':1.0}]").applyTo(json("{'a':1}"));
    patch("[{'op':'test','path':'/a','value':[1.50]}]").applyTo(json("{'a':[1.5]}"));
    assertRefused("[{'op':'test','path':'/a','value':'1'}]", "{'a':1}");
  }

  @Test
  void aTildeIsWrittenAsTheStandardSays() throws Exception {
    assertThat(patch("[{'op':'add','path':'/a~1b~0','value':1}]").applyTo(json("{}")))
        .isEqualTo(json("{'a/b~':1}"));
    for (String path : new String[] {"/a~", "/a~2", "/~"}) {
      assertThat(
              catchThrowableOfType(
                  Problem.class, () -> patch("[{'op':'add','path':'" + path + "','value':1}]")))
          .hasMessageContaining("~0");
    }
  }

  @Test
  void whatAnOperationBringsIsNotChangedByTheNextOne() throws Exception {
    var patch = patch("[{'op':'add','path':'/a','value':[]},{'op':'add','path':'/a/-','value':1}]");

    assertThat(patch.applyTo(json("{}"))).isEqualTo(patch.applyTo(json("{}")));
  }

  @Test
  void aThousandOperationsOnALargeDocumentVisitItOnce() throws Exception {
    JsonNode large = json("{'l':[" + "{'x':1},".repeat(40_000) + "0],'name':''}");
    String each = "{'op':'replace','path':'/name','value':'b'}";
    var patch = patch("[" + String.join(",", Collections.nCopies(1000, each)) + "]");

    long visited = patch.applied(large, PatchLimit.DOCUMENT, Dialect.STANDARD).visited();

    assertThat(visited).isLessThan(Size.of(large).nodes() + 10 * 1000);
  }

  @Test
  void copyingOneLargeThingOverItselfCostsNoMoreThanTheLimit() throws Exception {
    JsonNode large = json("{'l':[" + "0,".repeat(90_000) + "0]}");
    String each = "{'op':'copy','from':'/l','path':'/m'}";
    var patch = patch("[" + String.join(",", Collections.nCopies(1000, each)) + "]");

    var problem = catchThrowableOfType(Problem.class, () -> patch.applyTo(large));

    assertThat(problem).hasMessageContaining("copy and move more than 200000");
  }

  @Test
  void aPatchIsLargeByWhatItBringsMeetsOrCopies() throws Exception {
    JsonNode many = json("[" + "0,".repeat(10_000) + "0]");
    var small = patch("[{'op':'replace','path':'/a','value':1}]");

    assertThat(small.isLarge(List.of())).isFalse();
    assertThat(small.isLarge(List.of(many))).isTrue();
    assertThat(patch("[{'op':'add','path':'/a','value':" + many + "}]").isLarge(List.of()))
        .isTrue();
    assertThat(patch("[{'op':'copy','from':'/a','path':'/b'}]").isLarge(List.of())).isTrue();
  }

  private void assertRefused(String patch, String document) throws Exception {
    assertRefused(patch, json(document));
  }

  private void assertRefused(String patch, JsonNode document) {
    var problem = catchThrowableOfType(Problem.class, () -> patch(patch).applyTo(document));
    assertThat(problem).as(patch).isNotNull();
    assertThat(problem.status()).as(patch).isEqualTo(400);
  }

  private JsonPatch patch(String text) throws Exception {
    return JsonPatch.parse(json(text));
  }

  private JsonNode json(String text) throws Exception {
    return mapper.readTree(text.replace('\'', '"'));
  }
}
