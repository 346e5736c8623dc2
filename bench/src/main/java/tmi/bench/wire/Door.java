package tmi.bench.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/// Where the suite is reached from outside.
public record Door(String host, int port) {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  public static Door of(URI address) {
    return new Door(address.getHost(), address.getPort());
  }

  /// A new connection; an answer is waited for at most as long as `patience`.
  public Wire open(Duration patience) {
    try {
      Socket socket = new Socket();
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
      socket.connect(new InetSocketAddress(host, port), Math.toIntExact(CONNECT.toMillis()));
      return new Wire(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One request on a connection of its own.
  public Answer ask(Request request) {
    try (Wire wire = open(Duration.ofSeconds(40))) {
      return wire.ask(request.bytes(this), request.method());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String authority() {
    return host + ":" + port;
  }
}
