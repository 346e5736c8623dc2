package tmi.model.history;

import java.util.function.Predicate;
import tmi.kernel.id.EntityTag;
import tmi.kernel.problem.Problem;

/// Somebody wrote between our reading and our writing. A caller who named a version is told; one
/// who did not is none the wiser, because the work is done again from the start.
final class LostRace {
  /// How often the work is done again before the caller is told after all.
  static final int RETRIES = 9;

  private LostRace() {}

  /// True for the failure that a retry may cure.
  static Predicate<Throwable> unlessNamed(EntityTag tag) {
    return failure ->
        !(tag instanceof EntityTag.Exactly)
            && failure instanceof Problem problem
            && problem.code().equals("version_mismatch");
  }
}
