package tmi.auth.group;

import java.util.List;

/// What a person's effective memberships amount to.
///
/// @param groupNames every group but `everyone`, ours and the identity provider's, in order
public record Standing(List<String> groupNames, boolean administrator, boolean securityReviewer) {}
