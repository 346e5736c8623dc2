package tmi.bench.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A request that is sent exactly as it stands here.
///
/// @param target path and query, not encoded further
/// @param body null for none; its length is added to the head unless the head says how it comes
public record Request(String method, String target, List<Header> headers, byte[] body) {

  public static Request of(String method, String target) {
    return new Request(method, target, List.of(), null);
  }

  public Request with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Request(method, target, List.copyOf(more), body);
  }

  public Request json(String text) {
    return new Request(method, target, headers, text.getBytes(StandardCharsets.UTF_8))
        .with(
            "Content-Type",
            method.equals("PATCH") && text.startsWith("[")
                ? "application/json-patch+json"
                : "application/json");
  }

  /// The same body in chunks of at most `size` bytes.
  public Request chunked(int size) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < body.length; at += size) {
      int length = Math.min(size, body.length - at);
      out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(body, at, length);
      out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return new Request(method, target, headers, out.toByteArray())
        .with("Transfer-Encoding", "chunked");
  }

  public byte[] bytes(Door door) {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    if (!has("Host")) {
      head.append("Host: ").append(door.authority()).append("\r\n");
    }
    headers.forEach(
        header -> head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
    if (body != null && !has("Content-Length") && !has("Transfer-Encoding")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    if (body != null) {
      all.writeBytes(body);
    }
    return all.toByteArray();
  }

  /// A line for a shell that sends the same, its token taken out; a long body is named only.
  public String curl(Door door) {
    StringBuilder line = new StringBuilder("curl -si --globoff --path-as-is -X " + method);
    for (Header header : headers) {
      if (!header.name().equals("Transfer-Encoding")) {
        boolean secret = header.name().equals("Authorization") && header.value().length() > 60;
        String end = header.value().isEmpty() ? ";" : ": ";
        line.append(" -H ")
            .append(Shell.quoted(header.name() + end + (secret ? "Bearer $T" : header.value())));
      }
    }
    if (body != null) {
      line.append(" --data-binary ").append(Shell.quoted(shortened()));
    }
    return line.append(' ')
        .append(Shell.quoted("http://" + door.authority() + target))
        .toString()
        .replace("'Authorization: Bearer $T'", "\"Authorization: Bearer $T\"");
  }

  private String shortened() {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.length() <= 2000
        ? text
        : text.substring(0, 2000) + "... (" + body.length + " bytes)";
  }

  private boolean has(String name) {
    return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
  }
}
