package tmi.model.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A JSON tree as block YAML: keys in alphabetical order, four blanks a level, no document marker.
final class Yaml {
  /// Text that stands as it is and is read back as text.
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z](?:[A-Za-z0-9 _./-]*[A-Za-z0-9])?");

  private static final Pattern OTHER_TYPE =
      Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");
  private final StringBuilder text = new StringBuilder();

  private Yaml() {}

  static String of(JsonNode tree) {
    Yaml yaml = new Yaml();
    yaml.object(tree, "");
    return yaml.text.toString();
  }

  private void object(JsonNode object, String indent) {
    String before = "";
    TreeMap<String, JsonNode> fields = new TreeMap<>();
    object.fields().forEachRemaining(field -> fields.put(field.getKey(), field.getValue()));
    for (var field : fields.entrySet()) {
      text.append(before).append(scalar(field.getKey())).append(':');
      value(field.getValue(), indent);
      before = indent;
    }
  }

  private void value(JsonNode value, String indent) {
    if (value.isContainerNode() && value.isEmpty()) {
      text.append(value.isArray() ? " []\n" : " {}\n");
    } else if (value.isArray()) {
      text.append('\n');
      for (JsonNode item : value) {
        text.append(indent).append("    - ");
        item(item, indent + "      ");
      }
    } else if (value.isObject()) {
      text.append('\n').append(indent).append("    ");
      object(value, indent + "    ");
    } else {
      text.append(' ').append(scalar(value)).append('\n');
    }
  }

  private void item(JsonNode item, String indent) {
    if (item.isObject() && !item.isEmpty()) {
      object(item, indent);
    } else {
      text.append(item.isTextual() ? scalar(item) : item.toString()).append('\n');
    }
  }

  private static String scalar(JsonNode value) {
    return value.isTextual() ? scalar(value.textValue()) : value.toString();
  }

  /// A JSON text is a YAML text as well, so whatever is not plain is written like that.
  private static String scalar(String value) {
    boolean plain = PLAIN.matcher(value).matches() && !OTHER_TYPE.matcher(value).matches();
    return plain ? value : JsonNodeFactory.instance.textNode(value).toString();
  }
}
