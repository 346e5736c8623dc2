package tmi.bench.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads one answer off a connection.
final class AnswerReader {
  private final InputStream in;

  AnswerReader(InputStream in) {
    this.in = in;
  }

  Answer read(String method) throws IOException {
    String first = line();
    int status = status(first);
    List<Header> headers = headers();
    if (status >= 100 && status < 200 && status != 101) {
      return read(method);
    }
    Answer head = new Answer(status, headers, new byte[0]);
    boolean bare = method.equals("HEAD") || status == 101 || status == 204 || status == 304;
    return bare ? head : new Answer(status, headers, body(head));
  }

  private byte[] body(Answer head) throws IOException {
    if (head.header("transfer-encoding").contains("chunked")) {
      return chunks();
    }
    String length = head.header("content-length");
    return length.isEmpty() ? in.readAllBytes() : exactly(Integer.parseInt(length));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      all.write(exactly(size));
      line();
    }
    headers(); // trailers
    return all.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().split(";")[0].strip(), 16);
  }

  private byte[] exactly(int size) throws IOException {
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("the answer was cut off after " + bytes.length + " bytes");
    }
    return bytes;
  }

  private List<Header> headers() throws IOException {
    List<Header> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    return headers;
  }

  private static int status(String line) throws IOException {
    if (!line.matches("HTTP/\\d\\.\\d \\d{3}.*")) {
      throw new IOException("this is no answer: " + line);
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the connection ended");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }
}
