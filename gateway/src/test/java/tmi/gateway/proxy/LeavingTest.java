package tmi.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tmi.testkit.Awaits;

@QuarkusTest
@WithTestResource(Suite.class)
class LeavingTest {
  private static final int TIMES = 20;

  private final List<LogRecord> traces = new CopyOnWriteArrayList<>();
  private final Handler ear =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          if (line.getThrown() != null) {
            traces.add(line);
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(ear);
  }

  @AfterEach
  void stop() {
    Logger.getLogger("").removeHandler(ear);
  }

  @Test
  void aBrowserThatLeavesDuringAnAnswerIsNoFaultInTheLog() throws IOException {
    int before = Suite.auth.cutOff.get();
    for (int i = 0; i < TIMES; i++) {
      try (Socket socket = new Socket(Suite.door.getHost(), Suite.door.getPort())) {
        socket.setSoLinger(true, 0); // as a closed tab does: reset
        socket
            .getOutputStream()
            .write("GET /me/stream?mb=16 HTTP/1.1\r\nHost: a\r\n\r\n".getBytes());
        socket.getInputStream().read();
      }
    }
    Awaits.until("the service noticed", () -> Suite.auth.cutOff.get() >= before + TIMES);

    assertThat(traces).extracting(LogRecord::getMessage).isEmpty();
  }
}
