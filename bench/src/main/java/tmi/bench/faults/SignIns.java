package tmi.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import tmi.bench.wire.Guest;
import tmi.bench.wire.Request;

/// Signs in, then renews; a renewal whose answer was lost is asked for again with the same token.
final class SignIns extends Load {
  private static final int RENEWALS = 8;
  private final Client client;
  private final String name;
  private Guest guest;
  private int renewed;

  SignIns(Client client, String name) {
    super(Duration.ofMillis(500));
    this.client = client;
    this.name = name;
  }

  @Override
  void step() {
    if (guest == null || renewed >= RENEWALS) {
      renewed = 0;
      guest = client.signIn(name).orElse(guest);
      return;
    }
    Request request =
        Request.of("POST", "/oauth2/refresh")
            .with("Accept", "application/json")
            .json("{\"refresh_token\":\"" + guest.refreshToken() + "\"}");
    Optional<JsonNode> answer = client.ask(request);
    if (answer.isPresent()) {
      renewed++;
      JsonNode tokens = answer.orElseThrow();
      guest =
          new Guest(
              name, tokens.path("access_token").asText(), tokens.path("refresh_token").asText());
    }
  }
}
