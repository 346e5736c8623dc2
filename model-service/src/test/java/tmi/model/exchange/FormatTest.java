package tmi.model.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import tmi.kernel.problem.Problem;

class FormatTest {
  private static final String ODD = "quotes \" ' & < > line\nbreak \uD83D\uDE80";

  @Test
  void theParameterWinsThenTheHighestWeightThenTheClientsOrder() {
    assertThat(Format.asked("yaml", "application/json")).isEqualTo(Format.YAML);
    assertThat(Format.asked(null, null)).isEqualTo(Format.JSON);
    assertThat(Format.asked(null, "*/*")).isEqualTo(Format.JSON);
    assertThat(Format.asked(null, "application/yaml;q=0.5, application/graphml+xml"))
        .isEqualTo(Format.GRAPHML);
    assertThat(Format.asked(null, "application/yaml, application/json")).isEqualTo(Format.YAML);
    assertThat(Format.asked(null, "text/html, application/yaml;q=0.1")).isEqualTo(Format.YAML);
  }

  @Test
  void whatIsNotOfferedIsNotAcceptable() {
    for (String accept : new String[] {"text/html", "application/xml", "application/yaml;q=0"}) {
      assertThatThrownBy(() -> Format.asked(null, accept))
          .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(406));
    }
    assertThatThrownBy(() -> Format.asked("pdf", null))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(400));
  }

  @Test
  void yamlReadsBackAsTheSameTree() throws Exception {
    JsonNode tree =
        tree("{'name':'yes','odd':'#','list':[{'b':[],'a':{'z':1,'y':{}}},'2.0',true],'empty':''}");
    ((com.fasterxml.jackson.databind.node.ObjectNode) tree).put("text", ODD);

    Object read = new org.yaml.snakeyaml.Yaml().load(Yaml.of(tree));

    assertThat((JsonNode) new ObjectMapper().valueToTree(read)).isEqualTo(tree);
    assertThat(Yaml.of(tree)).startsWith("empty: \"\"\nlist:\n    - a:\n");
  }

  @Test
  void graphMlHasAnEdgeForEachFlowWithBothEndsAndSurvivesOddText() throws Exception {
    JsonNode tree =
        tree(
            "{'id':'m','name':'N','description':'','metadata':{},'cells':["
                + "{'id':'a','shape':'process','children':[],'labels':[],'metadata':{},'security_boundary':false},"
                + "{'id':'b','shape':'store','children':[],'labels':[],'metadata':{},'security_boundary':true},"
                + "{'id':'f','shape':'flow','labels':['pay'],'metadata':{},'source':{'cell':'a'},'target':{'cell':'b'}},"
                + "{'id':'g','shape':'flow','labels':[],'metadata':{},'source':{'cell':'a'},'target':{'cell':'x'}}]}");
    ((com.fasterxml.jackson.databind.node.ObjectNode) tree).put("name", ODD);

    Element graph =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(GraphMl.of(tree).getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();

    assertThat(graph.getElementsByTagName("node").getLength()).isEqualTo(2);
    assertThat(graph.getElementsByTagName("edge").getLength()).isEqualTo(1);
    assertThat(graph.getElementsByTagName("key").getLength()).isEqualTo(14);
    assertThat(graph.getElementsByTagName("data").item(1).getTextContent()).isEqualTo(ODD);
  }

  private static JsonNode tree(String json) throws JsonProcessingException {
    return new ObjectMapper().readTree(json.replace('\'', '"'));
  }
}
