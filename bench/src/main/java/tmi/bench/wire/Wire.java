package tmi.bench.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/// One connection; requests on it are bytes.
public final class Wire implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;

  Wire(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
  }

  public Answer ask(byte[] request, String method) throws IOException {
    write(request);
    return read(method);
  }

  public void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /// The next answer; interim ones (100) are passed over.
  ///
  /// @param method that was asked, since an answer to HEAD has no body whatever its head says
  /// @throws java.io.EOFException when the connection ended before an answer began
  public Answer read(String method) throws IOException {
    return new AnswerReader(in).read(method);
  }

  /// All that comes until the other side closes or says nothing for the patience of this
  /// connection.
  public String readToEnd() {
    StringBuilder all = new StringBuilder();
    try {
      for (int b = in.read(); b >= 0; b = in.read()) {
        all.append((char) b);
      }
    } catch (IOException silenceOrReset) {
      return all.toString(); // what was said until then is the answer
    }
    return all.toString();
  }

  InputStream in() {
    return in;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
