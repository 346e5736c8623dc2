package tmi.model.sharing;

import java.util.UUID;
import tmi.kernel.identity.Role;

/// A stored line of an access list.
public record AccessEntry(UUID principal, PrincipalKind kind, Role role) {
  static AccessEntry owner(UUID person) {
    return new AccessEntry(person, PrincipalKind.USER, Role.OWNER);
  }

  /// This entry, or one with the higher role.
  AccessEntry atLeast(Role other) {
    return role.includes(other) ? this : new AccessEntry(principal, kind, other);
  }
}
