package tmi.model.history;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tmi.kernel.identity.Caller;
import tmi.service.audit.AuditEntry;
import tmi.service.event.EventLog;
import tmi.service.id.IdSource;

/// The tail of a writing statement, so that change, audit row and event are one round trip and one
/// commit.
///
/// The statement names what it changed in a `with` part `change` with the columns id, n (1, 2, …
/// for several), before, after, data, owner_id and confidential, and that part must depend on every
/// other part that writes: the event takes its stream's head row, which others wait for, so nothing
/// may still have to be locked after it. The statement's own select must read `told`.
@ApplicationScoped
public class Recording {
  private final IdSource ids;
  private final EventLog events;

  Recording(IdSource ids, EventLog events) {
    this.ids = ids;
    this.events = events;
  }

  /// $1 model, $2 caller, $3 ids of audit rows, $4 ids of events, $5 the caller as text. The
  /// statement's own parameters start at $6.
  public Tuple parameters(UUID modelId, Caller caller, int changes) {
    JsonObject actor = AuditEntry.actorOf(caller);
    return Tuple.tuple()
        .addUUID(modelId)
        .addUUID(caller.userId())
        .addArrayOfUUID(some(changes))
        .addArrayOfUUID(some(changes))
        .addJsonObject(actor);
  }

  /// The parts `recorded` and `told`.
  public static String of(String objectType, String changeType, String event) {
    return """
    recorded as (
      insert into audit.entry (id, threat_model_id, object_type, object_id, change_type, actor_id,
                               actor, before, after)
      select ($3::uuid[])[c.n], $1, '%1$s', c.id, '%2$s', $2, $5::jsonb, c.before, c.after
        from change c
      returning id),
    told as (
      insert into event.log (id, stream, type, threat_model_id, object_type, object_id, owner_id,
                             actor_id, confidential, data)
      select ($4::uuid[])[c.n], $1, '%3$s', $1, '%1$s', c.id, c.owner_id, $2, c.confidential, c.data
        from change c where exists (select from recorded)
       order by c.n
      returning 1)\
    """
        .formatted(objectType, changeType, event);
  }

  /// Tells readers of the log, after the commit.
  public void committed() {
    events.wake();
  }

  private UUID[] some(int count) {
    Supplier<UUID> next = ids::v7;
    return Stream.generate(next).limit(count).toArray(UUID[]::new);
  }
}
