package tmi.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Suite.class)
class WebSocketTest {
  private static final String LIVE = "/threat_models/7/diagrams/8/ws?ticket=";

  private final URI gateway = Suite.door;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @Test
  void messagesPassBothWaysFromTheFirstByteOn() throws InterruptedException {
    WebSocket socket = open("good");

    assertThat(next()).isEqualTo("hello from collab");
    socket.sendText("ping", true).join();
    assertThat(next()).isEqualTo("echo ping");
    String large = "x".repeat(900_000);
    socket.sendText(large, true).join();
    assertThat(next()).hasSize(large.length() + 5);
    socket.abort();
  }

  @Test
  void aServicesCloseCodeReachesTheOutsider() throws InterruptedException {
    WebSocket socket = open("good");
    assertThat(next()).startsWith("hello");
    socket.sendText("bye", true).join();

    assertThat(next()).isEqualTo("closed 4401 access taken away");
  }

  @Test
  void aRefusedHandshakeKeepsItsStatus() {
    assertThatThrownBy(() -> open("bad"))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refusal -> assertThat(refusal.getResponse().statusCode()).isEqualTo(401));
  }

  @Test
  void withoutAReplicaTheHandshakeIs503() {
    Suite.collab.stop();
    try {
      assertThatThrownBy(() -> open("good"))
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              refusal -> assertThat(refusal.getResponse().statusCode()).isEqualTo(503));
    } finally {
      Suite.collab.startAgain();
    }
  }

  @Test
  void aDyingServiceEndsItsSockets() throws InterruptedException {
    open("good");
    assertThat(next()).startsWith("hello");
    Suite.collab.stop();
    try {
      assertThat(next()).matches("closed .*|failed");
    } finally {
      Suite.collab.startAgain();
    }
  }

  private String next() throws InterruptedException {
    String text = heard.poll(10, TimeUnit.SECONDS);
    assertThat(text).as("a message within ten seconds").isNotNull();
    return text;
  }

  private WebSocket open(String ticket) {
    URI address = URI.create("ws://" + gateway.getAuthority() + LIVE + ticket);
    return HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, new Ear()).join();
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        heard.add(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      heard.add("closed " + status + " " + reason);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      heard.add("failed");
    }
  }
}
