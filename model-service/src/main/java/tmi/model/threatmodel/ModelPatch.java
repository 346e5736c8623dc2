package tmi.model.threatmodel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import tmi.kernel.identity.Role;
import tmi.kernel.patch.JsonPatch;
import tmi.kernel.patch.PatchOperation;
import tmi.kernel.problem.Problem;

/// What a JSON Patch may do to a model, and who may do it (rest-behaviour section 9). Plain values.
record ModelPatch(JsonPatch patch) {
  /// Fields that a patch may name; the last three are older clients' and change nothing.
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "description",
          "issue_uri",
          "metadata",
          "threat_model_framework",
          "project_id",
          "status",
          "security_reviewer",
          "owner",
          "authorization",
          "source_code",
          "sourceCode",
          "repository_uri");

  private static final Set<String> OWNERS = Set.of("owner", "authorization");

  ModelPatch {
    for (PatchOperation operation : patch.operations()) {
      requireKnown(operation.path());
      if (operation.from() != null) {
        requireKnown(operation.from());
      }
    }
  }

  boolean touches(String field) {
    return patch.operations().stream().anyMatch(o -> !o.op().equals("test") && names(o, field));
  }

  /// 403 unless this caller may make all these changes; writers come this far.
  void requireRights(Role role, boolean isReviewer) {
    for (PatchOperation operation : patch.operations()) {
      String field = field(operation.path());
      if (OWNERS.contains(field) && role != Role.OWNER) {
        throw Problem.forbidden("Only an owner may change " + field);
      }
      if (field.equals("status") && !isReviewer) {
        throw Problem.forbidden("Only a security reviewer may change the status");
      }
      if (field.equals("security_reviewer") && !isReviewer && !isClearing(operation, role)) {
        throw Problem.forbidden(
            "Only a security reviewer may set the security reviewer; an owner may clear it");
      }
    }
  }

  /// The document after the patch. Fields that are empty stand in it as null, so that they can be
  /// removed, tested and replaced like any other.
  ObjectNode applyTo(ObjectNode model) {
    ObjectNode document = model.objectNode();
    for (String field : FIELDS) {
      document.set(field, model.path(field).isMissingNode() ? null : model.get(field));
    }
    return (ObjectNode) patch.applyTo(document);
  }

  private static boolean isClearing(PatchOperation operation, Role role) {
    boolean nothing =
        operation.op().equals("remove")
            || (operation.op().equals("replace") && operation.value().isNull());
    return role == Role.OWNER && nothing && operation.path().equals("/security_reviewer");
  }

  private static boolean names(PatchOperation operation, String field) {
    return operation.concerns("/" + field);
  }

  private static void requireKnown(String path) {
    if (!FIELDS.contains(field(path))) {
      throw Problem.invalidInput("The path " + path + " of a threat model cannot be patched");
    }
  }

  private static String field(String path) {
    return path.substring(1).split("/", 2)[0];
  }
}
