package tmi.model.metadata;

/// What one may do with pairs: what becomes of the column, what must hold of it before, and which
/// event tells of it. $7 is an object of pairs, $8 a list of keys.
enum Change {
  /// New keys only.
  ADD("o.metadata || $7::text::jsonb", "not (o.metadata ?| $8::text[])", "metadata.created"),
  /// New keys and new values.
  MERGE("o.metadata || $7::text::jsonb", "true", "metadata.updated"),
  /// These pairs and no others.
  REPLACE("$7::text::jsonb", "true", "metadata.updated"),
  /// New values of keys that are there.
  SET("o.metadata || $7::text::jsonb", "o.metadata ?& $8::text[]", "metadata.updated"),
  /// Keys that are there go.
  REMOVE("o.metadata - $8::text[]", "o.metadata ?& $8::text[]", "metadata.deleted");

  private final String result;
  private final String condition;
  private final String event;

  Change(String result, String condition, String event) {
    this.result = result;
    this.condition = condition;
    this.event = event;
  }

  String result() {
    return result;
  }

  String condition() {
    return condition;
  }

  String event() {
    return event;
  }
}
