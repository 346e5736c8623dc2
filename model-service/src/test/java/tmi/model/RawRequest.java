package tmi.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A request exactly as written: clients that parse and repair addresses and headers cannot send
/// it.
record RawRequest(String answer) {
  static RawRequest send(int port, String head, String body) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
      String request =
          head + "\r\nHost: localhost\r\nConnection: close\r\n" + length + "\r\n" + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      byte[] answer = socket.getInputStream().readAllBytes();
      return new RawRequest(new String(answer, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int status() {
    return Integer.parseInt(answer.split(" ")[1]);
  }

  String body() {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }
}
