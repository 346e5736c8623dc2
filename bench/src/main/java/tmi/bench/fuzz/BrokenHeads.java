package tmi.bench.fuzz;

import java.util.List;

/// Requests that are no HTTP, or hardly; each is the whole of what is sent. `@` stands for the
/// host.
final class BrokenHeads {
  static final List<String> ALL =
      List.of(
          "GET\r\n\r\n",
          "GET /me\r\n\r\n",
          "GET /me HTTP/9.9\r\nHost: @\r\n\r\n",
          "GET /me HTTP/1.1\r\n\r\n",
          "GET  /me HTTP/1.1\r\nHost: @\r\n\r\n",
          "GET /me?% HTTP/1.1\r\nHost: @\r\n\r\n",
          "GET /me?a=%zz HTTP/1.1\r\nHost: @\r\n\r\n",
          "GET /threat_models/%zz HTTP/1.1\r\nHost: @\r\n\r\n",
          "GET /threat_models/{id} HTTP/1.1\r\nHost: @\r\n\r\n",
          "GET me HTTP/1.1\r\nHost: @\r\n\r\n",
          "GET http://evil.example/me HTTP/1.1\r\nHost: @\r\n\r\n",
          "GET * HTTP/1.1\r\nHost: @\r\n\r\n",
          "OPTIONS * HTTP/1.1\r\nHost: @\r\n\r\n",
          "CONNECT evil.example:443 HTTP/1.1\r\nHost: @\r\n\r\n",
          "GET /me HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
          "GET /me HTTP/1.1\r\nHost: @\r\nNo colon\r\n\r\n",
          "GET /me HTTP/1.1\r\nHost: @\r\n: empty name\r\n\r\n",
          "GET /me HTTP/1.1\r\nHost: @\r\nA b: c\r\n\r\n",
          "GET /me HTTP/1.1\r\nHost: @\r\nA\u0000: c\r\n\r\n",
          "GET /me HTTP/1.1\r\nHost: @\r\nA: \u0000\r\n\r\n",
          "GET /me HTTP/1.1\r\nHost: @\r\nA: b\rc\r\n\r\n",
          "GET /me HTTP/1.1\r\nHost: @\r\nA: b\r\n c\r\n\r\n",
          "GET /me HTTP/1.1\nHost: @\n\n",
          "POST /threat_models HTTP/1.1\r\nHost: @\r\nContent-Length: -1\r\n\r\n",
          "POST /threat_models HTTP/1.1\r\nHost: @\r\nContent-Length: +2\r\n\r\n{}",
          "POST /threat_models HTTP/1.1\r\nHost: @\r\nContent-Length: 0x2\r\n\r\n{}",
          "POST /threat_models HTTP/1.1\r\nHost: @\r\nContent-Length: 2, 2\r\n\r\n{}",
          "POST /threat_models HTTP/1.1\r\nHost: @\r\nContent-Length: 99999999999999999999\r\n\r\n",
          "POST /threat_models HTTP/1.1\r\nHost: @\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
          "POST /threat_models HTTP/1.1\r\nHost: @\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
          "POST /threat_models HTTP/1.1\r\nHost: @\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
          "POST /threat_models HTTP/1.1\r\nHost: @\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
          "POST /threat_models HTTP/1.1\r\nHost: @\r\nTransfer-Encoding: chunked\r\n\r\nffffffffff\r\n",
          "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: @\r\n\r\n",
          "GET /me?a=" + "b".repeat(20_000) + " HTTP/1.1\r\nHost: @\r\n\r\n",
          "GET /me HTTP/1.1\r\nHost: @\r\nA: " + "b".repeat(70_000) + "\r\n\r\n",
          "GET /me HTTP/1.1\r\nHost: @\r\n" + "A: b\r\n".repeat(9000) + "\r\n",
          "\u0016\u0003\u0001 client hello\r\n\r\n",
          "GET /threat_models/x/diagrams/y/ws HTTP/1.1\r\nHost: @\r\nUpgrade: websocket\r\n"
              + "Connection: Upgrade\r\n\r\n");

  private BrokenHeads() {}
}
