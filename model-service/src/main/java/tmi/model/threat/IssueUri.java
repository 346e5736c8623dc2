package tmi.model.threat;

/// Where an issue is tracked: an http or https address that is only shown, never fetched.
public final class IssueUri {
  /// The contract's form; empty is none.
  public static final String PATTERN =
      "|\\s*https?:\\/\\/[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
          + "(\\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*(:[0-9]{1,5})?(\\/[^\\s]*)?\\s*";

  /// Completes "issue_uri …".
  public static final String MESSAGE = "must be an http or https address";

  private IssueUri() {}
}
