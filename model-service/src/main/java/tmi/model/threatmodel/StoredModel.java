package tmi.model.threatmodel;

import java.util.List;
import java.util.UUID;
import tmi.kernel.identity.Role;
import tmi.model.sharing.AccessEntry;

/// A model as one who wants to change it needs it.
///
/// @param role the caller's
/// @param isReviewer the caller is a member of the security reviewers
/// @param entries the stored access list in its order
record StoredModel(
    ThreatModel shown,
    Role role,
    boolean isReviewer,
    UUID ownerId,
    UUID reviewerId,
    List<AccessEntry> entries) {}
