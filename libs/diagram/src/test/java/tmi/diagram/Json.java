package tmi.diagram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/// JSON in tests, single quotes allowed.
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  public static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  public static ObjectNode object(String text) {
    return (ObjectNode) json(text);
  }

  /// A readable cell id.
  public static UUID id(int number) {
    return new UUID(0x4000, 0x8000000000000000L + number);
  }

  public static ObjectNode process(int number) {
    return object(
        "{'id':'%s','shape':'process','x':10,'y':20,'width':120,'height':60,'parent':null,"
                .formatted(id(number))
            + "'attrs':{'text':{'text':'P%d'},'body':{'fill':'#ffffff'}},'data':{'_metadata':[]}}"
                .formatted(number));
  }

  public static ObjectNode inside(int number, int parent) {
    return process(number).put("parent", id(parent).toString());
  }

  public static ObjectNode flow(int number, int source, int target) {
    return object(
        "{'id':'%s','shape':'flow','source':{'cell':'%s'},'target':{'cell':'%s'},'attrs':{}}"
            .formatted(id(number), id(source), id(target)));
  }
}
