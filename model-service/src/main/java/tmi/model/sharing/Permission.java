package tmi.model.sharing;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;
import java.util.UUID;
import tmi.kernel.identity.Caller;
import tmi.kernel.identity.CallerKind;
import tmi.kernel.identity.Role;
import tmi.kernel.problem.Problem;

/// A caller's right to one threat model, found in the statement that needs it.
public final class Permission {
  /// A part of a `with` list: one row (model_id, owner_id, confidential, role) of a live model, no
  /// row of an unknown one. $1 is the model, $2 the caller.
  public static final String SQL =
      """
      permission as (
        select m.id as model_id, m.owner_id, m.confidential,
               (select max(a.role) from model.access a
                  join auth.principal p on p.principal = a.principal
                 where a.model_id = m.id and p.user_id = $2) as role
          from model.threat_models m where m.id = $1 and m.deleted_at is null)\
      """;

  /// True for a member of the administrators. $2 is the caller.
  public static final String IS_ADMINISTRATOR = isMember("00000000-0000-0000-0000-000000000002");

  /// True for a member of the security reviewers. $2 is the caller.
  public static final String IS_REVIEWER = isMember("00000000-0000-0000-0000-000000000001");

  private Permission() {}

  /// Refuses machines' own tokens, which write nothing below a threat model (contract 8.6).
  public static void requirePerson(Caller caller) {
    if (caller.kind() == CallerKind.SERVICE_ACCOUNT) {
      throw Problem.forbidden("A service account may not change a threat model");
    }
  }

  /// Judges a row with the columns `model_id` and `role` of [#SQL]: 404 for a model that is not
  /// there, 403 for a caller whose role is too low.
  public static Role require(Row row, UUID modelId, Role needed) {
    if (row.getUUID("model_id") == null) {
      throw Problem.notFound("threat model", modelId);
    }
    Optional<Role> role = Role.ofRank(row.getInteger("role"));
    return role.filter(held -> held.includes(needed))
        .orElseThrow(() ->
            Problem.forbidden(
                "This needs the role %s on the threat model; you have %s"
                    .formatted(needed.word(), role.map(Role::word).orElse("none"))));
  }

  private static String isMember(String group) {
    return "exists (select from auth.principal g where g.user_id = $2 and g.principal = '%s')"
        .formatted(group);
  }
}
