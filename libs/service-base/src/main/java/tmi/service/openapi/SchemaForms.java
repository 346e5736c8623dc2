package tmi.service.openapi;

import org.eclipse.microprofile.openapi.models.media.Schema;

/// The contract writes ids as `format: uuid`, times as `format: date-time` and numbers without a
/// format; the generator adds patterns, examples and `double` of its own.
final class SchemaForms {
  private SchemaForms() {}

  static void settle(Schema schema) {
    switch (schema.getFormat()) {
      case "uuid" -> schema.pattern(null).examples(null);
      case "date-time", "date" -> schema.examples(null);
      case "double", "float" -> schema.format(null);
      case null, default -> {}
    }
  }
}
