package tmi.collab.connection;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import tmi.collab.access.Seat;
import tmi.collab.protocol.User;
import tmi.collab.room.Frame;
import tmi.collab.room.Peer;
import tmi.collab.session.Lease;
import tmi.kernel.identity.Caller;

/// An open socket: its seat, and the way to its client.
final class LiveSocket implements Peer {
  private final Seat seat;
  private final User user;
  private final WireConnection wire;
  private final Outbound outbound;
  private final AtomicLong remembered = new AtomicLong();
  private volatile long heard = System.nanoTime();
  private volatile long said = System.nanoTime();

  LiveSocket(Seat seat, WireConnection wire, Outbound outbound) {
    this.seat = seat;
    this.wire = wire;
    this.outbound = outbound;
    Caller caller = seat.caller();
    this.user = User.of(caller.provider(), caller.providerId(), caller.email(), caller.name());
  }

  Seat seat() {
    return seat;
  }

  Outbound outbound() {
    return outbound;
  }

  WireConnection wire() {
    return wire;
  }

  /// The client sent something, if only a pong.
  void heard() {
    heard = System.nanoTime();
  }

  /// The client said something.
  void said() {
    said = System.nanoTime();
    heard = said;
  }

  boolean isSilentFor(Duration time, long now) {
    return now - heard > time.toNanos();
  }

  boolean isStuckFor(Duration time, long now) {
    long since = outbound.sendingSince();
    return since != 0 && now - since > time.toNanos();
  }

  Lease lease() {
    Duration idle = Duration.ofNanos(System.nanoTime() - said);
    return new Lease(seat.id(), seat.sessionId(), userId(), idle, mayWrite());
  }

  /// The number that this client was told and that is not noted yet; 0 when there is none.
  long takeUnremembered() {
    long told = outbound.told();
    return remembered.getAndSet(told) < told ? told : 0;
  }

  @Override
  public UUID id() {
    return seat.id();
  }

  @Override
  public UUID userId() {
    return seat.caller().userId();
  }

  @Override
  public UUID sessionId() {
    return seat.sessionId();
  }

  @Override
  public User user() {
    return user;
  }

  @Override
  public boolean mayWrite() {
    return seat.mayWrite();
  }

  @Override
  public void send(Frame frame) {
    outbound.offer(frame);
  }

  @Override
  public void resume() {
    outbound.resume();
  }

  @Override
  public void finish(int code, String reason) {
    outbound.finish(code, reason);
  }
}
