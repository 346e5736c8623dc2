package tmi.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Stands before a server and is what the server may be at its worst: it takes connections and says
/// nothing, or it ends them. Opened, it hands on what comes.
public final class Gate implements AutoCloseable {
  private final ServerSocket door;
  private final int target;
  private final Set<Socket> held = ConcurrentHashMap.newKeySet();
  private volatile State state = State.HANGING;

  private Gate(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  /// A gate that hangs.
  public static Gate before(int port) {
    try {
      Gate gate = new Gate(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), port);
      Thread.startVirtualThread(gate::accept);
      return gate;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  /// Ends what is open and from now on each new connection.
  public void refuse() {
    state = State.REFUSING;
    end();
  }

  /// Ends what waits; new connections get through.
  public void open() {
    state = State.OPEN;
    end();
  }

  /// New connections get through; those that hang go on hanging.
  public void openToOthers() {
    state = State.OPEN;
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    end();
  }

  private void end() {
    held.forEach(Gate::reset);
    held.clear();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        switch (state) {
          case HANGING -> held.add(client);
          case REFUSING -> reset(client);
          case OPEN -> join(client);
        }
      } catch (IOException e) {
        if (!door.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void join(Socket client) throws IOException {
    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
    held.add(client);
    held.add(server);
    Thread.startVirtualThread(() -> pass(client, server));
    Thread.startVirtualThread(() -> pass(server, client));
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side went away, which ends the other as well: that is what a gate is for.
      return;
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // It ended by itself a moment ago.
      return;
    }
  }

  private enum State {
    HANGING,
    REFUSING,
    OPEN
  }
}
