package tmi.diagram.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static tmi.diagram.Json.json;
import static tmi.diagram.Json.object;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @Test
  void nestedGeometryBecomesFlat() {
    var cell =
        Spelling.of(
            object("{'shape':'actor','position':{'x':1,'y':2},'size':{'width':3,'height':4}}"));

    assertThat(cell).isEqualTo(json("{'shape':'actor','x':1,'y':2,'width':3,'height':4}"));
  }

  @Test
  void flatGeometryWinsWhenBothAreComplete() {
    var cell =
        Spelling.of(
            object(
                "{'x':1,'y':2,'width':3,'height':4,"
                    + "'position':{'x':9,'y':9},'size':{'width':9,'height':9}}"));

    assertThat(cell).isEqualTo(json("{'x':1,'y':2,'width':3,'height':4}"));
  }

  @Test
  void nestedGeometryWinsOverIncompleteFlat() {
    var cell =
        Spelling.of(object("{'x':1,'position':{'x':9,'y':9},'size':{'width':9,'height':9}}"));

    assertThat(cell).isEqualTo(json("{'x':9,'y':9,'width':9,'height':9}"));
  }

  @Test
  void aDragWithoutSizeKeepsJustItsPlace() {
    assertThat(Spelling.of(object("{'shape':'actor','position':{'x':1.0,'y':2.5}}")))
        .isEqualTo(json("{'shape':'actor','x':1,'y':2.5}"));
  }

  @ParameterizedTest
  @CsvSource({
    "edge,flow",
    "textbox,text-box",
    "text_box,text-box",
    "Process,process",
    "security_boundary,security-boundary",
    "cloud,cloud"
  })
  void shapesHaveOneSpelling(String sent, String stored) {
    assertThat(Spelling.of(object("{'shape':'%s'}".formatted(sent))).get("shape").textValue())
        .isEqualTo(stored);
  }

  @Test
  void bareEndsAndMarkersBecomeObjects() {
    var cell =
        Spelling.of(
            object(
                "{'shape':'flow','source':'a','targetNodeId':'b','targetPortId':'left',"
                    + "'attrs':{'line':{'targetMarker':'block'}}}"));

    assertThat(cell)
        .isEqualTo(
            json(
                "{'shape':'flow','source':{'cell':'a'},'target':{'cell':'b','port':'left'},"
                    + "'attrs':{'line':{'targetMarker':{'name':'block'}}}}"));
  }

  @Test
  void barePortsBecomeItemsAndAnEmptyParentNull() {
    assertThat(Spelling.of(object("{'parent':'','ports':[{'id':'top','group':'top'}]}")))
        .isEqualTo(json("{'parent':null,'ports':{'items':[{'id':'top','group':'top'}]}}"));
  }

  @Test
  void dataAsPairsBecomesAnObjectAndItsKeysAreLeftAlone() {
    assertThat(Spelling.of(object("{'data':[{'key':'position','value':'Left'}]}")))
        .isEqualTo(json("{'data':{'position':'Left'}}"));
    assertThat(Spelling.of(object("{'data':{'status':'In Progress','shape':'EDGE'}}")))
        .isEqualTo(json("{'data':{'status':'In Progress','shape':'EDGE'}}"));
  }

  @Test
  void whatIsGivenIsNotTouched() {
    var sent = object("{'shape':'actor','position':{'x':1,'y':2}}");

    Spelling.of(sent);

    assertThat(sent).isEqualTo(json("{'shape':'actor','position':{'x':1,'y':2}}"));
  }

  @Test
  void equalNumbersAreEqualNodes() {
    assertThat(Canonical.of(LongNode.valueOf(80))).isEqualTo(IntNode.valueOf(80));
    assertThat(Canonical.of(DoubleNode.valueOf(80.0))).isEqualTo(IntNode.valueOf(80));
    assertThat(Canonical.of(DecimalNode.valueOf(new BigDecimal("80.50"))))
        .isEqualTo(DoubleNode.valueOf(80.5));
    assertThat(Canonical.of(json("100000000000000000000"))).isEqualTo(DoubleNode.valueOf(1e20));
  }

  @Test
  void textIsWhatTheDatabaseCanStore() {
    assertThat(Canonical.of(TextNode.valueOf("a\u0000b\uD800c")))
        .isEqualTo(TextNode.valueOf("ab\uFFFDc"));
    assertThat(Canonical.of(TextNode.valueOf("ok \uD83D\uDE00")))
        .isEqualTo(TextNode.valueOf("ok \uD83D\uDE00"));
  }

  @Test
  void idsHaveThirtySixCharacters() {
    assertThat(Ids.parse("1-1-1-1-1")).isEmpty();
    assertThat(Ids.parse("c1f2e3d4-1111-4222-8333-944455566677")).isPresent();
    assertThat(Ids.parse("c1f2e3d4-1111-4222-8333-94445556667g")).isEmpty();
  }
}
