package tmi.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/// A request's body as it streams through, broken off once it is longer than it may be.
final class LimitedBody implements ReadStream<Buffer> {
  /// The body was longer than allowed.
  static final class TooLarge extends RuntimeException {
    TooLarge() {
      super("body over its limit", null, false, false);
    }
  }

  private final ReadStream<Buffer> source;
  private final long limit;
  private long seen;
  private Handler<Throwable> onFailure;

  LimitedBody(ReadStream<Buffer> source, long limit) {
    this.source = source;
    this.limit = limit;
  }

  @Override
  public ReadStream<Buffer> handler(Handler<Buffer> handler) {
    source.handler(handler == null ? null : part -> pass(part, handler));
    return this;
  }

  private void pass(Buffer part, Handler<Buffer> handler) {
    boolean wasWithin = seen <= limit;
    seen += part.length();
    if (seen <= limit) {
      handler.handle(part);
    } else if (wasWithin && onFailure != null) {
      onFailure.handle(new TooLarge());
    }
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
    onFailure = handler;
    source.exceptionHandler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    source.pause();
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    source.resume();
    return this;
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    source.fetch(amount);
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(Handler<Void> handler) {
    source.endHandler(handler);
    return this;
  }
}
