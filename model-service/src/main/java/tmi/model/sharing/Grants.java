package tmi.model.sharing;

import java.util.ArrayList;
import java.util.List;
import tmi.kernel.problem.Problem;

/// Whole access lists as they are sent.
public final class Grants {
  /// Longest list.
  public static final int MAX = 1000;

  private Grants() {}

  /// For create and PUT: naming a subject twice is 400.
  public static List<Grant> distinct(List<NewAuthorization> sent) {
    List<Grant> grants = new ArrayList<>();
    for (Grant grant : read(sent)) {
      if (grants.stream().anyMatch(grant::namesTheSameAs)) {
        throw Problem.invalid("authorization", "names " + grant + " twice");
      }
      grants.add(grant);
    }
    return grants;
  }

  /// For PATCH: of two lines about one subject the last holds.
  public static List<Grant> lastWins(List<NewAuthorization> sent) {
    List<Grant> grants = new ArrayList<>();
    for (Grant grant : read(sent)) {
      grants.removeIf(grant::namesTheSameAs);
      grants.add(grant);
    }
    return grants;
  }

  private static List<Grant> read(List<NewAuthorization> sent) {
    if (sent == null) {
      return List.of();
    }
    if (sent.size() > MAX) {
      throw Problem.invalid("authorization", "must have at most 1000 entries");
    }
    return sent.stream().map(Grant::of).toList();
  }
}
