package tmi.model.threatmodel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import tmi.kernel.identity.Role;
import tmi.kernel.patch.JsonPatch;
import tmi.kernel.patch.PatchOperation;
import tmi.kernel.patch.Patched;
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

  private static final List<String> OWNERS = List.of("owner", "authorization");

  ModelPatch {
    for (PatchOperation operation : patch.operations()) {
      requireKnown(operation.path());
      if (operation.from() != null) {
        requireKnown(operation.from());
      }
    }
  }

  /// The document before and after. Fields that are empty stand in it as null, so that they can be
  /// removed, tested and replaced like any other.
  Patched applyTo(ObjectNode model) {
    ObjectNode document = model.objectNode();
    for (String field : FIELDS) {
      document.set(field, model.path(field).isMissingNode() ? null : model.get(field));
    }
    return new Patched(document, (ObjectNode) patch.applyTo(document));
  }

  /// 403 unless this caller may make all these changes; writers come this far.
  static void requireRights(Patched made, Role role, boolean isReviewer) {
    for (String field : OWNERS) {
      if (made.changes(field) && role != Role.OWNER) {
        throw Problem.forbidden("Only an owner may change " + field);
      }
    }
    if (made.changes("status") && !isReviewer) {
      throw Problem.forbidden("Only a security reviewer may change the status");
    }
    boolean clearing = role == Role.OWNER && !made.after().hasNonNull("security_reviewer");
    if (made.changes("security_reviewer") && !isReviewer && !clearing) {
      throw Problem.forbidden(
          "Only a security reviewer may set the security reviewer; an owner may clear it");
    }
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
