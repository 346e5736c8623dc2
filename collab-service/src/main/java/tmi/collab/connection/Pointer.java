package tmi.collab.connection;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tmi.collab.protocol.Point;
import tmi.collab.relay.News;
import tmi.collab.room.Timers;

/// Where one client points: only the latest of a tick is passed on, and only while its person is
/// the presenter.
final class Pointer {
  private static final int CELLS_MOST = 10_000;
  private final AtomicReference<News.Pointing> latest = new AtomicReference<>();
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final UUID socketId;
  private final BooleanSupplier isPresenter;
  private final Consumer<News> publisher;
  private final Timers timers;
  private final Duration tick;

  Pointer(
      UUID socketId,
      BooleanSupplier isPresenter,
      Consumer<News> publisher,
      Timers timers,
      Duration tick) {
    this.socketId = socketId;
    this.isPresenter = isPresenter;
    this.publisher = publisher;
    this.timers = timers;
    this.tick = tick;
  }

  void cursor(Point position) {
    if (position != null) {
      point(position, null);
    }
  }

  void selection(List<String> cells) {
    if (cells != null && cells.size() <= CELLS_MOST) {
      point(null, cells);
    }
  }

  private void point(Point cursor, List<String> cells) {
    if (!isPresenter.getAsBoolean()) {
      return;
    }
    latest.accumulateAndGet(
        new News.Pointing(socketId, cursor, cells),
        (before, now) ->
            before == null
                ? now
                : new News.Pointing(
                    socketId,
                    now.cursor() == null ? before.cursor() : now.cursor(),
                    now.selection() == null ? before.selection() : now.selection()));
    if (waiting.compareAndSet(false, true)) {
      timers.after(tick, this::pass);
    }
  }

  private void pass() {
    waiting.set(false);
    News.Pointing pointing = latest.getAndSet(null);
    if (pointing != null) {
      publisher.accept(pointing);
    }
  }
}
