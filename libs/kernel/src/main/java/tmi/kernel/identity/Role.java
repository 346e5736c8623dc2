package tmi.kernel.identity;

import java.util.Locale;
import java.util.Optional;

/// A role on a threat model; each includes the ones before it (contract `auth.md` section 14).
public enum Role {
  READER(1),
  WRITER(2),
  OWNER(3);

  private final int rank;

  Role(int rank) {
    this.rank = rank;
  }

  /// The number that stands for this role in `model.access.role`.
  public int rank() {
    return rank;
  }

  /// The word of the contract: `reader`, `writer`, `owner`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean includes(Role other) {
    return rank >= other.rank;
  }

  /// The role a stored number stands for; empty for no access (null or 0).
  public static Optional<Role> ofRank(Number rank) {
    int value = rank == null ? 0 : rank.intValue();
    for (Role role : values()) {
      if (role.rank == value) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  /// The role of a contract word, any letter case; empty for any other text.
  public static Optional<Role> ofWord(String word) {
    for (Role role : values()) {
      if (role.name().equalsIgnoreCase(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
