package tmi.webhook.administration;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import tmi.kernel.identity.BuiltInGroup;
import tmi.kernel.identity.Caller;
import tmi.kernel.identity.CallerKind;
import tmi.kernel.problem.Problem;

/// Lets administrators pass: people, never machines, by the database and never by the token.
@ApplicationScoped
public class AdministrationService {
  private static final String SQL =
      "select exists (select 1 from auth.principal where user_id = $1 and principal = $2)";

  private final Pool pool;

  AdministrationService(Pool pool) {
    this.pool = pool;
  }

  public Uni<Void> require(Caller caller) {
    return isAdministrator(caller)
        .invoke(yes -> {
          if (!yes) {
            throw Problem.forbidden("Administrators only");
          }
        })
        .replaceWithVoid();
  }

  public Uni<Boolean> isAdministrator(Caller caller) {
    if (caller.kind() != CallerKind.PERSON) {
      return Uni.createFrom().item(false);
    }
    return pool.preparedQuery(SQL)
        .execute(Tuple.of(caller.userId(), BuiltInGroup.ADMINISTRATORS.id()))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }
}
