package tmi.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between a client and a server and counts round trips: how often the client spoke after
/// the server had.
public final class Relay implements AutoCloseable {
  private final ServerSocket door;
  private final int target;
  private final AtomicInteger trips = new AtomicInteger();

  private Relay(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  public static Relay to(int port) {
    try {
      Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
      Thread.startVirtualThread(relay::accept);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  public int trips() {
    return trips.get();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        AtomicBoolean answered = new AtomicBoolean(true);
        Thread.startVirtualThread(
            () -> pass(client, server, () -> count(answered.getAndSet(false))));
        Thread.startVirtualThread(() -> pass(server, client, () -> answered.set(true)));
      } catch (IOException e) {
        if (!door.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void count(boolean afterAnAnswer) {
    if (afterAnAnswer) {
      trips.incrementAndGet();
    }
  }

  private static void pass(Socket from, Socket to, Runnable told) {
    byte[] bytes = new byte[65536];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      for (int n = in.read(bytes); n > 0; n = in.read(bytes)) {
        told.run();
        to.getOutputStream().write(bytes, 0, n);
      }
    } catch (IOException e) {
      // One side went away, which ends the other as well: that is what a relay is for.
      return;
    }
  }
}
