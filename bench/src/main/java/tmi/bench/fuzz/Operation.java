package tmi.bench.fuzz;

import com.fasterxml.jackson.databind.JsonNode;

/// One operation of the document.
///
/// @param template path with `{parameters}`
record Operation(String method, String template, JsonNode declared) {

  boolean isPublic() {
    return declared.has("security") && declared.get("security").isEmpty();
  }

  boolean isForAdministrators() {
    return template.startsWith("/admin/");
  }

  /// How often it is chosen beside the others.
  int weight() {
    return method.equals("PATCH") ? 4 : declared.has("requestBody") ? 2 : 1;
  }

  String name() {
    return method + " " + template;
  }
}
