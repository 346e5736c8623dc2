package tmi.model.sharing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tmi.kernel.identity.BuiltInGroup;
import tmi.kernel.identity.Role;
import tmi.kernel.problem.Problem;

/// The rules of an access list: one entry a principal, the owner always among them, a security
/// reviewer never below owner (rest-behaviour sections 8.4, 8.5 and 9). Plain values only.
public record AccessList(List<AccessEntry> entries) {
  public AccessList {
    entries = List.copyOf(entries);
  }

  /// The list of a new model: creator, what was asked for, then the groups every model is given,
  /// each only if it is not named already.
  public static AccessList ofNewModel(UUID owner, List<AccessEntry> asked, boolean confidential) {
    BuiltInGroup reviewers =
        confidential
            ? BuiltInGroup.CONFIDENTIAL_PROJECT_REVIEWERS
            : BuiltInGroup.SECURITY_REVIEWERS;
    return new AccessList(asked)
        .withFirst(AccessEntry.owner(owner))
        .withMissing(reviewers, Role.OWNER)
        .withMissing(BuiltInGroup.TMI_AUTOMATION, Role.WRITER);
  }

  /// A list that replaces another. 409 when it would take owner rights from the reviewer.
  public static AccessList replacing(UUID owner, Optional<UUID> reviewer, List<AccessEntry> asked) {
    AccessList list = new AccessList(asked).withFirst(AccessEntry.owner(owner));
    reviewer.ifPresent(person -> {
      if (list.roleOf(person) != Role.OWNER) {
        throw Problem.conflict(
            "conflict",
            "The security reviewer must stay in the list as owner; un-assign the reviewer"
                + " first");
      }
    });
    return list;
  }

  /// The same list with this person as an owner: a new owner, a former one, a reviewer.
  public AccessList withOwner(UUID person) {
    return new AccessList(merged(entries.stream(), Stream.of(AccessEntry.owner(person))));
  }

  /// True when both grant the same roles to the same principals, in whatever order.
  public boolean grantsTheSameAs(List<AccessEntry> others) {
    return Set.copyOf(entries).equals(Set.copyOf(others));
  }

  private AccessList withFirst(AccessEntry first) {
    return new AccessList(merged(Stream.of(first), entries.stream()));
  }

  private AccessList withMissing(BuiltInGroup group, Role role) {
    if (entries.stream().anyMatch(entry -> entry.principal().equals(group.id()))) {
      return this;
    }
    List<AccessEntry> longer = new ArrayList<>(entries);
    longer.add(new AccessEntry(group.id(), PrincipalKind.GROUP, role));
    return new AccessList(longer);
  }

  private Role roleOf(UUID principal) {
    return entries.stream()
        .filter(entry -> entry.principal().equals(principal))
        .map(AccessEntry::role)
        .findFirst()
        .orElse(null);
  }

  /// One entry a principal, at its first place and with its highest role.
  @SafeVarargs
  private static List<AccessEntry> merged(Stream<AccessEntry>... parts) {
    Map<UUID, AccessEntry> byPrincipal = new LinkedHashMap<>();
    for (var part : parts) {
      part.forEach(entry ->
          byPrincipal.merge(entry.principal(), entry, (first, next) -> first.atLeast(next.role())));
    }
    return List.copyOf(byPrincipal.values());
  }
}
