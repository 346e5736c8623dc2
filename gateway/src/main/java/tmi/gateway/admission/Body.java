package tmi.gateway.admission;

import io.vertx.core.buffer.Buffer;

/// A body that is there, whole, and counted.
///
/// @param bytes empty when the request has none
/// @param release to be called, once or more, when nobody needs the bytes any more
public record Body(Buffer bytes, Runnable release) {

  public static Body none() {
    return new Body(Buffer.buffer(), () -> {});
  }
}
