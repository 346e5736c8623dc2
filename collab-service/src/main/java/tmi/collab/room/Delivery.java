package tmi.collab.room;

import tmi.collab.protocol.Codec;
import tmi.collab.protocol.Event;
import tmi.collab.protocol.User;
import tmi.collab.relay.Committed;

/// An operation on its way to the sockets of this replica: each of its forms is encoded at most
/// once, however many get it.
final class Delivery {
  private final Committed committed;
  private final Codec codec;
  private Frame forOthers;
  private Frame forOwnWindows;

  Delivery(Committed committed, Codec codec) {
    this.committed = committed;
    this.codec = codec;
  }

  long number() {
    return committed.number();
  }

  boolean isReordered() {
    return committed.reordered();
  }

  /// The event as this person is to get it.
  Frame eventFor(Peer peer) {
    if (peer.userId().equals(committed.author())) {
      if (forOwnWindows == null) {
        forOwnWindows = event(committed.user().withoutEmail());
      }
      return forOwnWindows;
    }
    if (forOthers == null) {
      forOthers = event(committed.user());
    }
    return forOthers;
  }

  /// What stands for the event to the socket that sent the operation.
  Frame acknowledgement() {
    return Frame.answer(
        codec.write(new Event.Acknowledged(committed.operationId(), number(), number())));
  }

  private Frame event(User user) {
    return Frame.event(
        codec.write(
            new Event.Operation(
                user, committed.operationId(), number(), number(), committed.operation())),
        number());
  }
}
