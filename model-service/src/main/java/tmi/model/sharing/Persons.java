package tmi.model.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import tmi.kernel.identity.Role;
import tmi.kernel.problem.Problem;

/// A person named in a document: a new owner, a reviewer.
public final class Persons {
  private Persons() {}

  /// The person as an owner's line of an access list. A bare text is an id of the provider `tmi`.
  public static Grant owner(String field, JsonNode named) {
    if (named != null && named.isTextual()) {
      return grant(field, "tmi", named.textValue(), null);
    }
    if (named == null || !named.isObject()) {
      throw Problem.invalid(field, "must name a person");
    }
    return grant(field, text(named, "provider"), text(named, "provider_id"), text(named, "email"));
  }

  private static Grant grant(String field, String provider, String id, String email) {
    if ((id == null || id.isBlank()) && (email == null || email.isBlank())) {
      throw Problem.invalid(field, "must name a person by provider_id or email");
    }
    return Grant.of(
        new NewAuthorization("user", provider, id, null, email, Role.OWNER.word(), null, null));
  }

  private static String text(JsonNode named, String field) {
    return named.path(field).textValue();
  }
}
