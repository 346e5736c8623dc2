package tmi.model.threatmodel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tmi.kernel.id.Ids;
import tmi.kernel.identity.Role;
import tmi.kernel.patch.Patched;
import tmi.kernel.problem.Problem;
import tmi.model.metadata.Metadata;
import tmi.model.metadata.Pairs;
import tmi.model.sharing.AccessEntry;
import tmi.model.sharing.AccessList;

/// What a PUT or a PATCH makes of a stored model (rest-behaviour sections 9 and 11). Plain values:
/// whoever is named was looked up before.
final class Drafts {
  private Drafts() {}

  /// People and lines that a change names, looked up; empty where it names none.
  record Named(
      Optional<UUID> owner, Optional<UUID> reviewer, Optional<List<AccessEntry>> entries) {}

  /// A new model of this owner, not shared yet.
  static Draft created(NewThreatModel sent, UUID owner) {
    return new Draft(
        ModelTexts.name(sent.name()),
        ModelTexts.text("description", sent.description()),
        ModelTexts.framework(sent.threatModelFramework()),
        ModelTexts.text("issue_uri", sent.issueUri()),
        Pairs.checked(sent.metadata()),
        ModelTexts.status(null),
        owner,
        null,
        null,
        Optional.empty());
  }

  /// PUT: name, description, framework and address are replaced, metadata and list only if sent.
  static Draft replacing(StoredModel stored, NewThreatModel sent, Named named) {
    ThreatModel shown = stored.shown();
    List<Metadata> metadata = sent.metadata() == null ? shown.metadata() : sent.metadata();
    Optional<AccessList> access =
        named
            .entries()
            .map(asked ->
                AccessList.replacing(
                    stored.ownerId(), Optional.ofNullable(stored.reviewerId()), asked))
            .filter(list -> !list.grantsTheSameAs(stored.entries()));
    requireOwner(stored, access);
    return new Draft(
        ModelTexts.name(sent.name()),
        ModelTexts.text("description", sent.description()),
        ModelTexts.framework(sent.threatModelFramework()),
        ModelTexts.text("issue_uri", sent.issueUri()),
        Pairs.checked(metadata),
        shown.status(),
        stored.ownerId(),
        stored.reviewerId(),
        shown.projectId(),
        access);
  }

  /// PATCH: the document after the patch; of people and list only what the patch changed.
  static Draft patched(StoredModel stored, Patched made, PatchedModel wanted, Named named) {
    UUID owner = named.owner().orElse(stored.ownerId());
    UUID reviewer =
        made.changes("security_reviewer") ? named.reviewer().orElse(null) : stored.reviewerId();
    return new Draft(
        ModelTexts.name(wanted.name()),
        ModelTexts.text("description", wanted.description()),
        ModelTexts.framework(wanted.threatModelFramework()),
        ModelTexts.text("issue_uri", wanted.issueUri()),
        Pairs.checked(wanted.metadata()),
        ModelTexts.status(wanted.status()),
        owner,
        reviewer,
        project(stored, wanted.projectId()),
        access(stored, owner, reviewer, named).filter(l -> !l.grantsTheSameAs(stored.entries())));
  }

  private static Optional<AccessList> access(
      StoredModel stored, UUID owner, UUID reviewer, Named named) {
    boolean sameReviewer = reviewer == null || reviewer.equals(stored.reviewerId());
    AccessList list =
        named
            .entries()
            .map(asked ->
                AccessList.replacing(
                    owner, sameReviewer ? Optional.ofNullable(reviewer) : Optional.empty(), asked))
            .orElseGet(() -> new AccessList(stored.entries()));
    if (!owner.equals(stored.ownerId())) {
      list = list.withOwner(owner).withOwner(stored.ownerId());
    }
    return Optional.of(sameReviewer ? list : list.withOwner(reviewer));
  }

  private static UUID project(StoredModel stored, String wanted) {
    UUID project = Ids.parse(wanted).orElse(null);
    if (project != null && !project.equals(stored.shown().projectId())) {
      throw Problem.invalid("project_id", "names no project");
    }
    return project;
  }

  private static void requireOwner(StoredModel stored, Optional<AccessList> access) {
    if (access.isPresent() && stored.role() != Role.OWNER) {
      throw Problem.forbidden("Only an owner may change the authorization list");
    }
  }
}
