package tmi.webhook.challenge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import tmi.service.egress.Reply;

/// What is sent as a challenge and what counts as its answer.
final class Echo {
  private static final int OK = 200;

  private Echo() {}

  static byte[] question(String token) {
    return new JsonObject()
        .put("challenge", token)
        .put("type", "webhook.challenge")
        .toBuffer()
        .getBytes();
  }

  /// Status exactly 200 and an object of strings alone, in which `challenge` is the token.
  static boolean isRight(Reply reply, String token) {
    if (reply.status() != OK) {
      return false;
    }
    try {
      JsonObject answer = new JsonObject(Buffer.buffer(reply.body()));
      return answer.getMap().values().stream().allMatch(String.class::isInstance)
          && matches(token, answer.getString("challenge", ""));
    } catch (DecodeException notJson) {
      return false;
    }
  }

  private static boolean matches(String token, String echoed) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), echoed.getBytes(StandardCharsets.UTF_8));
  }
}
