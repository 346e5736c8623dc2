package tmi.launcher.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One command to a Redis on loopback, answered by its first line.
public final class RedisTalk {

  private static final int TIMEOUT_MILLIS = 2000;

  private RedisTalk() {}

  /// Empty when nobody answers.
  public static Optional<String> ask(int port, String password, String command) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      var reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      if (!password.isEmpty()) {
        send(socket, "AUTH " + password);
        reader.readLine();
      }
      send(socket, command);
      return Optional.ofNullable(reader.readLine());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void send(Socket socket, String command) throws IOException {
    socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
  }
}
