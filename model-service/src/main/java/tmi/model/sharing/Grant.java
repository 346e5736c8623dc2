package tmi.model.sharing;

import java.util.Locale;
import tmi.kernel.identity.BuiltInGroup;
import tmi.kernel.identity.Role;
import tmi.kernel.problem.Problem;
import tmi.kernel.text.Spelling;

/// A line of an access list, read and judged on its own; who is meant is not looked up yet.
///
/// @param providerId id at the provider or name of the group; empty when only the e-mail is known
/// @param email empty when not given
public record Grant(
    PrincipalKind kind, String provider, String providerId, String email, Role role) {
  private static final int MAX_ID = 255;
  private static final String EVERYONE = BuiltInGroup.EVERYONE.groupName();
  private static final String TMI = "tmi";

  /// Reads a line; 400 naming what is wrong with it.
  static Grant of(NewAuthorization sent) {
    boolean older = sent.providerId() == null && sent.subject() != null;
    String id = text(older ? sent.subject() : sent.providerId());
    String kindWord = sent.principalType() == null ? sent.subjectType() : sent.principalType();
    PrincipalKind kind =
        PrincipalKind.ofWord(kindWord)
            .orElseThrow(() -> Problem.invalid("principal_type", "must be user or group"));
    Role role =
        Role.ofWord(Spelling.snake(text(sent.role())))
            .orElseThrow(() -> Problem.invalid("role", "must be reader, writer or owner"));
    boolean everyone = kind == PrincipalKind.GROUP && id.equals(EVERYONE);
    String provider = everyone || (older && sent.provider() == null) ? TMI : text(sent.provider());
    return new Grant(kind, provider, id, text(sent.email()), role).checked();
  }

  /// True when both lines name the same subject by what they say.
  boolean namesTheSameAs(Grant other) {
    if (kind != other.kind || !provider.equals(other.provider)) {
      return false;
    }
    return providerId.isEmpty() && other.providerId.isEmpty()
        ? email.equalsIgnoreCase(other.email)
        : providerId.equals(other.providerId);
  }

  private Grant checked() {
    if (provider.isEmpty() || provider.equals("*")) {
      throw new Problem(400, "validation_failed", "authorization: provider must name one provider");
    }
    if (providerId.isEmpty() && (kind == PrincipalKind.GROUP || email.isEmpty())) {
      throw new Problem(400, "validation_failed", "authorization: provider_id is required");
    }
    if (providerId.length() > MAX_ID) {
      throw Problem.invalid("provider_id", "must be at most 255 characters");
    }
    return this;
  }

  private static String text(String value) {
    return value == null ? "" : value.strip();
  }

  @Override
  public String toString() {
    return "%s %s:%s".formatted(kind.name().toLowerCase(Locale.ROOT), provider, providerId);
  }
}
