package tmi.diagram.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tmi.diagram.Json.flow;
import static tmi.diagram.Json.json;
import static tmi.diagram.Json.object;
import static tmi.diagram.Json.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellRulesTest {

  private static ObjectNode with(ObjectNode cell, String more) {
    cell.setAll(object(more));
    return cell;
  }

  private static void isRefused(JsonNode cell, String words) {
    assertThatThrownBy(() -> CellRules.strict(cell))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(words);
  }

  @Test
  void aSoundCellIsStoredAsItIs() {
    assertThat(CellRules.strict(process(1)).data()).isEqualTo(process(1));
    assertThat(CellRules.repair(process(1)).data()).isEqualTo(process(1));
    assertThat(CellRules.strict(flow(1, 2, 3)).data()).isEqualTo(flow(1, 2, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'width':39}",
        "{'height':29}",
        "{'attrs':{'body':{'fill':'rgba(0,0,0,1)'}}}",
        "{'attrs':{'body':{'glow':1}}}",
        "{'attrs':{'icon':{}}}",
        "{'attrs':{'text':{'text':'a\\nb'}}}",
        "{'attrs':{'text':{'textAnchor':'left'}}}",
        "{'attrs':{'body':{'fillOpacity':1.5}}}",
        "{'attrs':{'body':{'strokeDasharray':'a'}}}",
        "{'parent':'x'}",
        "{'data':{'data_assets':[]}}",
        "{'data':{'data_assets':['c1f2e3d4-1111-4222-8333-944455566677','c1f2e3d4-1111-4222-8333-944455566677']}}",
        "{'data':{'security_boundary':'yes'}}",
        "{'ports':{'items':[{'id':'top'}]}}"
      })
  void putRefusesABreachOfTheSchemaAndPatchRepairsIt(String breach) {
    ObjectNode sent = with(process(1), breach);

    assertThatThrownBy(() -> CellRules.strict(sent)).isInstanceOf(Refused.class);
    ObjectNode repaired = CellRules.repair(sent).data();
    assertThat(CellRules.repair(repaired).data()).isEqualTo(repaired);
    if (!breach.contains("\\n")) {
      assertThat(CellRules.strict(repaired).data()).isEqualTo(repaired);
    }
  }

  @Test
  void aSizeBelowTheLeastIsRaisedToIt() {
    ObjectNode repaired = CellRules.repair(with(process(1), "{'width':32,'height':48}")).data();

    assertThat(repaired.get("width").intValue()).isEqualTo(40);
    assertThat(repaired.get("height").intValue()).isEqualTo(48);
  }

  @Test
  void fractionsAndNegativePlacesAreFine() {
    ObjectNode cell = with(process(1), "{'x':-3.25,'y':-1,'width':40.5,'height':30}");

    assertThat(CellRules.strict(cell).data()).isEqualTo(cell);
  }

  @Test
  void geometryIsNeededByPutAndGivenByRepair() {
    ObjectNode cell = process(1);
    cell.remove("width");

    isRefused(cell, "needs x, y, width and height");
    assertThat(CellRules.repair(cell).data().get("width").intValue()).isEqualTo(80);
  }

  @Test
  void unknownKeysStayAtTheTopAndInData() {
    ObjectNode cell =
        with(
            process(1),
            "{'zIndex':3,'visible':true,'data':{'status':'In Progress','position':{'X':1}}}");

    assertThat(CellRules.strict(cell).data()).isEqualTo(cell);
  }

  @Test
  void realEnumsAreNormalised() {
    ObjectNode cell = with(flow(1, 2, 3), "{'router':'oneSide','connector':{'name':'Smooth'}}");

    assertThat(CellRules.strict(cell).data().get("router").textValue()).isEqualTo("one_side");
    assertThat(CellRules.strict(cell).data().get("connector")).isEqualTo(json("{'name':'smooth'}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'x','shape':'process'}",
        "{'shape':'process'}",
        "{'id':'c1f2e3d4-1111-4222-8333-944455566677','shape':'cloud'}",
        "{'id':'c1f2e3d4-1111-4222-8333-944455566677'}",
        "{'id':'c1f2e3d4-1111-4222-8333-944455566677','shape':'flow'}",
        "[]",
        "7"
      })
  void whatCannotBeRepairedIsRefusedEitherWay(String cell) {
    assertThatThrownBy(() -> CellRules.repair(json(cell))).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> CellRules.strict(json(cell))).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'_metadata':[{'key':'a b','value':'x'}]}",
        "{'_metadata':[{'key':'a','value':''}]}",
        "{'_metadata':[{'key':'a','value':'<script>x</script>'}]}",
        "{'_metadata':[{'key':'a','value':'<b></b>'}]}"
      })
  void badMetadataIsRefusedEitherWay(String data) {
    ObjectNode cell = process(1);
    cell.set("data", json(data));

    assertThatThrownBy(() -> CellRules.repair(cell)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> CellRules.strict(cell)).isInstanceOf(Refused.class);
  }

  @Test
  void metadataLosesItsTags() {
    ObjectNode cell =
        with(process(1), "{'data':{'_metadata':[{'key':'a','value':'1 <b>x</b> -> 2'}]}}");

    assertThat(CellRules.strict(cell).data().at("/data/_metadata/0/value").textValue())
        .isEqualTo("1 x -> 2");
  }

  @Test
  void moreThanAHundredMetadataPairsAreRefusedEitherWay() {
    ObjectNode cell = process(1);
    var pairs = cell.putObject("data").putArray("_metadata");
    for (int i = 0; i < 101; i++) {
      pairs.addObject().put("key", "k" + i).put("value", "v");
    }

    assertThatThrownBy(() -> CellRules.repair(cell)).hasMessageContaining("at most 100");
  }

  @Test
  void scriptInALabelIsRefusedEitherWay() {
    ObjectNode cell = with(process(1), "{'attrs':{'text':{'text':'<script>alert(1)</script>'}}}");

    assertThatThrownBy(() -> CellRules.repair(cell)).hasMessageContaining("active content");
  }

  @Test
  void aLongLabelIsCutByRepairAtAWholeCharacter() {
    String label = "x".repeat(255) + "\uD83D\uDE00";
    ObjectNode cell = process(1);
    cell.withObject("/attrs/text").put("text", label);

    isRefused(cell, "at most 256");
    assertThat(CellRules.repair(cell).data().at("/attrs/text/text").textValue())
        .isEqualTo("x".repeat(255));
  }

  @Test
  void tooDeepATreeIsRefusedEitherWay() {
    ObjectNode cell = process(1);
    ObjectNode at = cell.putObject("data");
    for (int i = 0; i < 100; i++) {
      at = at.putObject("d");
    }

    assertThatThrownBy(() -> CellRules.repair(cell)).hasMessageContaining("levels");
  }
}
