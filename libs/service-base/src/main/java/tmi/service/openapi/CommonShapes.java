package tmi.service.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/// Shapes that many operations share: a page always tells its place, a JSON Patch value is any JSON
/// value, and a person looks the same whichever service shows one.
final class CommonShapes {
  private static final List<String> PLACE = List.of("total", "limit", "offset");

  private static final Set<String> PERSON =
      Set.of("principal_type", "provider", "provider_id", "display_name", "email");

  private CommonShapes() {}

  static void complete(Schema schema) {
    Map<String, Schema> properties = schema.getProperties();
    if (properties == null) {
      return;
    }
    if (properties.keySet().containsAll(PLACE)) {
      PLACE.stream().filter(name -> !isRequired(schema, name)).forEach(schema::addRequired);
    }
    if (properties.keySet().containsAll(List.of("op", "path", "value"))) {
      schema.addProperty("value", anyValue());
    }
    if (properties.keySet().equals(PERSON)) {
      schema.addProperty("principal_type", of(SchemaType.STRING).addEnumeration("user"));
      schema.addProperty("email", of(SchemaType.STRING).format("email"));
      schema.required(List.copyOf(new TreeSet<>(PERSON)));
    }
  }

  private static boolean isRequired(Schema schema, String name) {
    return schema.getRequired() != null && schema.getRequired().contains(name);
  }

  private static Schema anyValue() {
    List<Schema> kinds = simpleValues();
    kinds.add(
        OASFactory.createSchema()
            .addType(SchemaType.ARRAY)
            .maxItems(10000)
            .items(OASFactory.createSchema().oneOf(simpleValues())));
    return OASFactory.createSchema().oneOf(kinds);
  }

  private static List<Schema> simpleValues() {
    List<Schema> kinds = new ArrayList<>();
    kinds.add(of(SchemaType.STRING).addType(SchemaType.NULL));
    kinds.add(of(SchemaType.NUMBER));
    kinds.add(of(SchemaType.INTEGER));
    kinds.add(of(SchemaType.BOOLEAN));
    kinds.add(of(SchemaType.OBJECT));
    return kinds;
  }

  private static Schema of(SchemaType type) {
    return OASFactory.createSchema().addType(type);
  }
}
