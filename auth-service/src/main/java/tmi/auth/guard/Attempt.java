package tmi.auth.guard;

import java.util.Set;
import tmi.kernel.problem.Problem;

/// One try of a credential that was let through.
@FunctionalInterface
public interface Attempt {
  /// Refusals that say that the credential was wrong.
  Set<String> WRONG = Set.of("invalid_grant", "invalid_client");

  /// The credential was wrong: it counts against the address.
  void wasWrong();

  /// The attempt failed; counts only when the failure says that the credential was wrong.
  default void failed(Throwable failure) {
    if (failure instanceof Problem problem && WRONG.contains(problem.code())) {
      wasWrong();
    }
  }
}
