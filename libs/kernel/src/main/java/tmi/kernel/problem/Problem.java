package tmi.kernel.problem;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// A refusal with a meaning. Thrown anywhere, answered once, in the one error shape of the contract
/// (rest-behaviour section 2): `error` is [#code()], `error_description` is [#getMessage()].
///
/// Carries no stack trace: a refusal is an answer, not a defect.
public final class Problem extends RuntimeException {
  private final int status;
  private final String code;
  private final transient Details details;
  private final int retryAfterSeconds;

  public Problem(int status, String code, String description) {
    this(status, code, description, null, 0);
  }

  public Problem(int status, String code, String description, Details details) {
    this(status, code, description, details, 0);
  }

  private Problem(
      int status, String code, String description, Details details, int retryAfterSeconds) {
    super(Objects.requireNonNull(description), null, false, false);
    this.status = status;
    this.code = Objects.requireNonNull(code);
    this.details = details;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /// The named field breaks a rule; the sentence names field and limit. 400 `invalid_input`.
  public static Problem invalid(String field, String rule) {
    return new Problem(400, "invalid_input", field + " " + rule);
  }

  /// The request as a whole cannot be taken. 400 `invalid_input`.
  public static Problem invalidInput(String description) {
    return new Problem(400, "invalid_input", description);
  }

  /// An identifier in the path is not of its form. 400 `invalid_id`.
  public static Problem invalidId(String name) {
    return new Problem(400, "invalid_id", name + " must be a UUID");
  }

  /// No caller, or one whose token does not hold. Deliberately vague. 401 `unauthorized`.
  public static Problem unauthorized() {
    return new Problem(401, "unauthorized", "Authentication required");
  }

  /// The caller is known and may not. 403 `forbidden`.
  public static Problem forbidden(String description) {
    return new Problem(403, "forbidden", description);
  }

  /// Nothing of that kind has that identifier: "Threat model not found: …", two words that clients
  /// look for. 404 `not_found`.
  public static Problem notFound(String kind, Object id) {
    String words = kind.replace('_', ' ');
    String noun = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return new Problem(404, "not_found", noun + " not found: " + id);
  }

  /// The state of things stands against it. 409 with the given code.
  public static Problem conflict(String code, String description) {
    return new Problem(409, code, description);
  }

  /// A stale `If-Match`. 409 `version_mismatch` (rest-behaviour section 12).
  public static Problem versionMismatch(long given, long stored) {
    return new Problem(
        409,
        "version_mismatch",
        "Version " + given + " was given, version " + stored + " is stored; read it again");
  }

  /// Too many requests. 429 `rate_limit_exceeded` with `Retry-After`.
  public static Problem tooMany(String description, int retryAfterSeconds) {
    return new Problem(429, "rate_limit_exceeded", description, null, retryAfterSeconds);
  }

  /// A store that is needed does not answer just now. 503 `service_unavailable` with `Retry-After`.
  public static Problem unavailable(int retryAfterSeconds) {
    return new Problem(
        503,
        "service_unavailable",
        "The service cannot answer safely at the moment; try again shortly",
        null,
        retryAfterSeconds);
  }

  /// The same refusal with a `Retry-After` of so many seconds.
  public Problem retryAfter(int seconds) {
    return new Problem(status, code, getMessage(), details, seconds);
  }

  /// HTTP status.
  public int status() {
    return status;
  }

  /// Machine code, lower snake case.
  public String code() {
    return code;
  }

  public Optional<Details> details() {
    return Optional.ofNullable(details);
  }

  /// Seconds for `Retry-After`; 0 when the header is not sent.
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }

  @Override
  public String toString() {
    return status + " " + code + ": " + getMessage();
  }
}
