package tmi.model.threatmodel;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tmi.model.sharing.AccessList;

/// What a model is to become.
///
/// @param access the whole new access list; empty to leave it alone
record Draft(
    String name,
    String description,
    String framework,
    String issueUri,
    Map<String, String> metadata,
    String status,
    UUID ownerId,
    UUID reviewerId,
    UUID projectId,
    Optional<AccessList> access) {

  Draft sharedBy(AccessList list) {
    return new Draft(
        name,
        description,
        framework,
        issueUri,
        metadata,
        status,
        ownerId,
        reviewerId,
        projectId,
        Optional.of(list));
  }
}
