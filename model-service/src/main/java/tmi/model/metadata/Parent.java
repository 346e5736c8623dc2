package tmi.model.metadata;

/// What can carry pairs: its word, its table, and the column that names its threat model.
enum Parent {
  THREAT_MODEL("threat_model", "model.threat_models", "id"),
  DIAGRAM("diagram", "model.diagrams", "threat_model_id"),
  THREAT("threat", "model.threats", "threat_model_id");

  private final String word;
  private final String table;
  private final String modelColumn;

  Parent(String word, String table, String modelColumn) {
    this.word = word;
    this.table = table;
    this.modelColumn = modelColumn;
  }

  String word() {
    return word;
  }

  String table() {
    return table;
  }

  String modelColumn() {
    return modelColumn;
  }
}
