package tmi.migration;

/// Names and texts inside SQL, where a parameter cannot stand.
final class Quoting {

  private Quoting() {}

  static String name(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
