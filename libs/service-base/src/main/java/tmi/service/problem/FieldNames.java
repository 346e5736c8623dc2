package tmi.service.problem;

import jakarta.validation.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// What a client calls the value that a rule found at fault: the names on the wire, never those of
/// our methods and parameters.
final class FieldNames {
  private FieldNames() {}

  /// Such as `display_name`, `cwe_id[0]`, `[2].value` in a list, `The body` for all of it.
  static String of(Path path) {
    StringBuilder name = new StringBuilder();
    List<Class<?>> types = List.of();
    for (Path.Node node : path) {
      switch (node.getKind()) {
        case METHOD -> types = node.as(Path.MethodNode.class).getParameterTypes();
        case PARAMETER -> {
          if (isInAddress(types.get(node.as(Path.ParameterNode.class).getParameterIndex()))) {
            name.append(snake(node.getName()));
          }
        }
        case PROPERTY -> append(name, node, node.getName());
        case CONTAINER_ELEMENT, BEAN -> append(name, node, null);
        case CONSTRUCTOR, RETURN_VALUE, CROSS_PARAMETER -> {}
      }
    }
    return name.isEmpty() ? "The body" : name.toString();
  }

  /// A parameter of a plain type stands in the address; what has a type of its own is the body.
  private static boolean isInAddress(Class<?> type) {
    return type.isPrimitive() || type.getPackageName().equals("java.lang") || type == UUID.class;
  }

  private static void append(StringBuilder name, Path.Node node, String property) {
    if (node.isInIterable()) {
      Object place = node.getIndex() == null ? node.getKey() : node.getIndex();
      name.append('[').append(place == null ? "" : place).append(']');
    }
    if (property != null) {
      name.append(name.isEmpty() ? "" : ".").append(snake(property));
    }
  }

  static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
