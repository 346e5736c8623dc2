package tmi.collab.room;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import tmi.collab.protocol.Codec;
import tmi.collab.relay.News;
import tmi.diagram.operation.CellOperation;

/// A room over a log in memory, and people in it.
final class RoomFixture {
  private static final int SIZE = 300;
  static final UUID SESSION = UUID.randomUUID();
  static final UUID ANA = UUID.randomUUID();
  static final UUID BEN = UUID.randomUUID();
  final MemoryLedger ledger = new MemoryLedger();
  final HandTimers timers = new HandTimers();
  final List<News> published = new ArrayList<>();
  boolean open = true;
  final Room room =
      new Room(ledger, timers, published::add, () -> open, new Codec(), () -> Instant.EPOCH);

  ListeningPeer join(UUID userId) {
    ListeningPeer peer = new ListeningPeer(userId);
    room.join(peer, OptionalLong.empty());
    return peer;
  }

  ListeningPeer rejoin(UUID userId, long lastNumber) {
    ListeningPeer peer = new ListeningPeer(userId);
    room.join(peer, OptionalLong.of(lastNumber));
    return peer;
  }

  UUID edit(ListeningPeer peer) {
    UUID operationId = UUID.randomUUID();
    edit(peer, operationId, null);
    return operationId;
  }

  void edit(ListeningPeer peer, UUID operationId, Long base) {
    edit(peer, operationId, base, SIZE);
  }

  void edit(ListeningPeer peer, UUID operationId, Long base, int characters) {
    room.submit(
        peer, new Draft.Edit(operationId, base, List.of(add(UUID.randomUUID()))), characters);
  }

  void removeNothing(ListeningPeer peer) {
    room.submit(
        peer,
        new Draft.Edit(
            UUID.randomUUID(), null, List.of(new CellOperation.Remove(UUID.randomUUID()))),
        SIZE);
  }

  void editWrongly(ListeningPeer peer) {
    room.submit(peer, new Draft.Edit(UUID.randomUUID(), null, List.of(add(new UUID(0, 1)))), SIZE);
  }

  private static CellOperation add(UUID id) {
    return new CellOperation.Add(id, JsonNodeFactory.instance.objectNode());
  }
}
