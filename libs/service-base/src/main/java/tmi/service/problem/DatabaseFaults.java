package tmi.service.problem;

import io.vertx.pgclient.PgException;
import java.util.Optional;
import tmi.kernel.problem.Problem;

/// What PostgreSQL's error codes mean to a client: values that it does not take are the client's
/// (400, 409), states that pass are nobody's (503 with `Retry-After`). Neither its words nor the
/// statement are shown.
final class DatabaseFaults {
  private static final int RETRY_SECONDS = 5;

  private DatabaseFaults() {}

  /// Empty for a code that only a defect of ours can bring about.
  static Optional<Problem> problemOf(PgException e) {
    String state = String.valueOf(e.getSqlState());
    String kind = state.length() < 2 ? "" : state.substring(0, 2);
    return switch (kind) {
      case "08", "53", "57", "58" -> Optional.of(Problem.unavailable(RETRY_SECONDS));
      case "40" -> Optional.of(Problem.unavailable(1));
      case "22" -> Optional.of(Problem.invalidInput(valueRule(state)));
      case "23" -> Optional.of(constraint(state));
      case "54" -> Optional.of(Problem.invalidInput("The request holds more than can be stored"));
      default -> passing(state);
    };
  }

  /// True when the database refused a value that the service's own rules let pass: answered, but
  /// worth knowing.
  static boolean isGapInRules(PgException e) {
    String state = String.valueOf(e.getSqlState());
    return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
  }

  /// A lock that was not to be had, a standby that has not taken over yet, a transaction that was
  /// idle for too long.
  private static Optional<Problem> passing(String state) {
    return switch (state) {
      case "55P03", "55006", "25006", "25P03", "25P04" ->
          Optional.of(Problem.unavailable(RETRY_SECONDS));
      default -> Optional.empty();
    };
  }

  private static String valueRule(String state) {
    return switch (state) {
      case "22P05", "22021" -> "The text holds a character that cannot be stored";
      case "22001" -> "A text is longer than its field takes";
      case "22003", "22012" -> "A number is out of the range of its field";
      case "22007", "22008", "22009" -> "A time is out of the range of its field";
      default -> "A value does not have the form that its field takes";
    };
  }

  private static Problem constraint(String state) {
    return switch (state) {
      case "23503" -> Problem.invalidInput("The request refers to something that does not exist");
      case "23505" -> Problem.conflict("conflict", "This exists already");
      case "23P01" -> Problem.conflict("conflict", "This overlaps with something that exists");
      case "23001" -> Problem.conflict("conflict", "Something else still refers to this");
      case "23502" -> Problem.invalidInput("A value that is needed is missing");
      default -> Problem.invalidInput("A value breaks a rule of its field");
    };
  }
}
