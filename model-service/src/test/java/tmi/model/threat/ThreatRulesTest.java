package tmi.model.threat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import tmi.kernel.problem.Problem;

class ThreatRulesTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  @Test
  void whatIsAbsentGetsItsDefault() throws Exception {
    ObjectNode columns = settled("{'name':'A'}");

    assertThat(columns.path("threat_type").toString()).isEqualTo("[]");
    assertThat(columns.path("cwe_id").toString()).isEqualTo("[]");
    assertThat(columns.path("cvss").toString()).isEqualTo("[]");
    assertThat(columns.path("metadata").toString()).isEqualTo("{}");
    assertThat(columns.path("mitigated").asBoolean(true)).isFalse();
    assertThat(columns.path("include_in_report").asBoolean(false)).isTrue();
    assertThat(columns.path("timmy_enabled").asBoolean(false)).isTrue();
  }

  @Test
  void emptyTextAndNoTextAreTheSame() throws Exception {
    ObjectNode columns = settled("{'name':'A','description':'','issue_uri':'','diagram_id':''}");

    assertThat(columns.path("description").isNull()).isTrue();
    assertThat(columns.path("issue_uri").isNull()).isTrue();
    assertThat(columns.path("diagram_id").isNull()).isTrue();
  }

  @Test
  void severityAndStatusHaveOneSpellingAndPriorityHasItsOwn() throws Exception {
    ObjectNode columns =
        settled("{'name':'A','severity':'Very High','status':'inProgress','priority':'High (P1)'}");

    assertThat(columns.path("severity").asText()).isEqualTo("very_high");
    assertThat(columns.path("status").asText()).isEqualTo("in_progress");
    assertThat(columns.path("priority").asText()).isEqualTo("High (P1)");
  }

  @Test
  void pairsAreStoredByKey() throws Exception {
    ObjectNode columns =
        settled("{'name':'A','metadata':[{'key':'b','value':'2'},{'key':'a','value':'1'}]}");

    assertThat(columns.path("metadata").path("a").asText()).isEqualTo("1");
  }

  @Test
  void scoresHaveOneDecimal() throws Exception {
    assertThat(settled("{'name':'A','score':9.8}").path("score").asText()).isEqualTo("9.8");
    assertThat(settled("{'name':'A','score':9.80}").path("score").asDouble()).isEqualTo(9.8);
    assertRefused("{'name':'A','score':9.85}", "score");
    assertRefused(
        "{'name':'A','cvss':[{'vector':'CVSS:3.1/AV:N/AC:L/PR:N/UI:N','score':1.23}]}", "cvss");
  }

  @Test
  void wordsInAListAreDistinct() {
    assertRefused("{'name':'A','threat_type':['Spoofing','Spoofing']}", "threat_type");
    assertRefused("{'name':'A','cwe_id':['CWE-1','CWE-1']}", "cwe_id");
  }

  @Test
  void markupStaysAsWrittenAndActiveContentIsRefused() throws Exception {
    assertThat(
            settled("{'name':'A','mitigation':'<b>use</b> TLS -> always'}")
                .path("mitigation")
                .asText())
        .isEqualTo("<b>use</b> TLS -> always");
    assertRefused("{'name':'A','mitigation':'<script>x</script>'}", "mitigation");
    assertRefused("{'name':'A','description':'{{x}}'}", "description");
  }

  @Test
  void anAssetThatDoesNotExistIsNamed() {
    assertRefused("{'name':'A','asset_id':'5b0e7c1a-3f55-4a0e-9a41-0d6f2a3b9c10'}", "asset_id");
  }

  private static void assertRefused(String json, String field) {
    assertThatThrownBy(() -> settled(json))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(400))
        .hasMessageContaining(field);
  }

  private static ObjectNode settled(String json) throws Exception {
    NewThreat threat = JSON.readValue(json.replace('\'', '"'), NewThreat.class);
    return ThreatRules.settle(threat, ThreatRules.spell(JSON.valueToTree(threat)));
  }
}
