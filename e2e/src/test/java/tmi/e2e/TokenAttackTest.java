package tmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tmi.bench.wire.Door;
import tmi.bench.wire.Guest;
import tmi.bench.wire.Request;

/// Tokens that nobody signed, or that were signed for something else, at every service.
@ExtendWith(RunningSuite.class)
class TokenAttackTest {
  private static final List<String> SERVICES =
      List.of("/me", "/threat_models", "/me/sessions", "/admin/webhooks/subscriptions");

  private final Door door;

  TokenAttackTest(Suite suite) {
    door = Door.of(suite.gateway());
  }

  @Test
  void noForgedTokenIsTakenByAnyService() {
    Guest ada = Guest.signIn(door, "ada");
    JsonNode key =
        door.ask(Request.of("GET", "/.well-known/jwks.json")).must(200).path("keys").path(0);

    forgeries(new TokenForge(ada.token()), key)
        .forEach((name, token) ->
            SERVICES.forEach(
                path -> assertThat(bearer(path, token)).as(name + " at " + path).isEqualTo(401)));
  }

  private static Map<String, String> forgeries(TokenForge forge, JsonNode key) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String none : List.of("none", "None", "nOnE", "NONE", "")) {
      all.put("alg " + none, forge.withHead(head -> head.put("alg", none), false));
      all.put("alg " + none + " signed", forge.withHead(head -> head.put("alg", none), true));
    }
    all.put("HS256, key document", forge.macOf("HS256", bytes(key.toString())));
    all.put("HS256, x of the key", forge.macOf("HS256", bytes(key.path("x").asText())));
    all.put("HS256, kid", forge.macOf("HS256", bytes(key.path("kid").asText())));
    all.put("HS256, empty key", forge.macOf("HS256", new byte[] {0}));
    all.put("hs256 in small letters", forge.macOf("hs256", bytes("secret")));
    all.put("own key", forge.ownKey(false));
    all.put("own key offered by jwk", forge.ownKey(true));
    all.put("another subject", forge.withClaims(claims -> claims.put("sub", "bo")));
    all.put("later end", forge.withClaims(claims -> claims.put("exp", 4_000_000_000L)));
    all.put("zero signature", forge.withSignature(new byte[64]));
    all.put("empty signature", forge.withSignature(new byte[0]));
    all.put("short signature", forge.withSignature(new byte[63]));
    all.put("kid of nobody", forge.withHead(head -> head.put("kid", "nobody"), true));
    all.put("kid of a file", forge.withHead(head -> head.put("kid", "../../dev/null"), true));
    all.put("kid of a statement", forge.withHead(head -> head.put("kid", "' or 1=1 --"), true));
    all.put("jku", forge.withHead(head -> head.put("jku", "http://127.0.0.1:1/"), true));
    all.put("x5u", forge.withHead(head -> head.put("x5u", "http://127.0.0.1:1/"), true));
    all.put("crit", forge.withHead(head -> head.putArray("crit").add("exp"), true));
    all.put("b64", forge.withHead(head -> head.put("b64", false), true));
    all.put("zip", forge.withHead(head -> head.put("zip", "DEF"), true));
    return all;
  }

  @Test
  void aTokenCountsOnlyWhereOneBelongs() {
    Guest ada = Guest.signIn(door, "ada");
    String token = ada.token();

    for (String path : SERVICES) {
      List<Request> asked = new ArrayList<>();
      for (String name : List.of("access_token", "token", "bearer_token", "tmi_access_token")) {
        asked.add(Request.of("GET", path + "?" + name + "=" + token));
      }
      asked.add(authorized(path, "Bearer"));
      asked.add(authorized(path, "Bearer  " + " ".repeat(3)));
      asked.add(authorized(path, "Basic " + token));
      asked.add(authorized(path, "Token " + token));
      asked.add(authorized(path, "Bearer " + ada.refreshToken()));
      asked.add(authorized(path, "Bearer " + token + "." + token));
      asked.add(authorized(path, "Bearer " + token + ", Bearer " + token));
      asked.add(Request.of("GET", path).with("X-Access-Token", token));
      asked.add(Request.of("GET", path).with("Cookie", "access_token=" + token));
      asked.add(Request.of("GET", path).with("Cookie", "tmi_access_token=" + ada.refreshToken()));
      for (Request request : asked) {
        int status = door.ask(request.with("Accept", "application/json")).status();
        assertThat(status).as(request.target() + request.headers()).isIn(400, 401);
      }
    }
  }

  @Test
  void aBadTokenIsNotSavedByAGoodCookie() {
    Guest ada = Guest.signIn(door, "ada");

    for (String path : SERVICES) {
      Request request =
          authorized(path, "Bearer bad").with("Cookie", "tmi_access_token=" + ada.token());
      assertThat(door.ask(request).status()).as(path).isEqualTo(401);
    }
  }

  @Test
  void aSignedOutTokenStaysOutInItsOtherSpelling() {
    Guest lea = Guest.signIn(door, "token-attack-lea");
    String other = new TokenForge(lea.token()).malleated();
    door.ask(lea.asks("POST", "/me/logout")).must(204);

    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> {
          for (String path : SERVICES) {
            assertThat(bearer(path, lea.token())).as(path).isEqualTo(401);
          }
        });
    SERVICES.forEach(path -> assertThat(bearer(path, other)).as(path).isEqualTo(401));
  }

  @Test
  void anAccessTokenRenewsNothing() {
    Guest max = Guest.signIn(door, "token-attack-max");
    String body = "{\"refresh_token\":\"" + max.token() + "\"}";

    assertThat(door.ask(Request.of("POST", "/oauth2/refresh").json(body)).status()).isEqualTo(400);
    assertThat(bearer("/me", max.token())).isEqualTo(200);
  }

  @Test
  void ofFourWhoBringOneCodeAtOnceAtMostOneGetsIn() throws Exception {
    Guest.Grant grant = Guest.authorize(door, "token-attack-zoe");
    Callable<Integer> exchange = () -> door.ask(grant.exchange()).status();

    List<Integer> statuses = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> all =
          threads.invokeAll(List.of(exchange, exchange, exchange, exchange));
      for (Future<Integer> one : all) {
        statuses.add(result(one));
      }
    }

    assertThat(statuses.stream().filter(status -> status == 200)).hasSizeLessThanOrEqualTo(1);
    assertThat(statuses).allMatch(status -> status == 200 || status == 400);
  }

  private static int result(Future<Integer> one) throws InterruptedException {
    try {
      return one.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  private int bearer(String path, String token) {
    return door.ask(authorized(path, "Bearer " + token)).status();
  }

  private static Request authorized(String path, String value) {
    return Request.of("GET", path).with("Accept", "application/json").with("Authorization", value);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
