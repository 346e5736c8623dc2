package tmi.collab.access;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import tmi.kernel.identity.Caller;
import tmi.kernel.identity.Role;

/// The place that an open socket takes: whose it is, where, and with what right by the latest look.
public final class Seat {
  private final UUID id;
  private final Caller caller;
  private final UUID modelId;
  private final UUID diagramId;
  private final UUID sessionId;
  private final AtomicReference<Role> role;

  public Seat(UUID id, Caller caller, UUID modelId, UUID diagramId, UUID sessionId, Role role) {
    this.id = id;
    this.caller = caller;
    this.modelId = modelId;
    this.diagramId = diagramId;
    this.sessionId = sessionId;
    this.role = new AtomicReference<>(role);
  }

  public UUID id() {
    return id;
  }

  public Caller caller() {
    return caller;
  }

  public UUID modelId() {
    return modelId;
  }

  public UUID diagramId() {
    return diagramId;
  }

  public UUID sessionId() {
    return sessionId;
  }

  public boolean mayWrite() {
    return role.get().includes(Role.WRITER);
  }

  /// True when others see a difference.
  boolean takeRole(Role now) {
    Role before = role.getAndSet(now);
    return before.includes(Role.WRITER) != now.includes(Role.WRITER);
  }
}
