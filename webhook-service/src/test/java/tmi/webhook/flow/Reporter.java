package tmi.webhook.flow;

import static io.restassured.RestAssured.given;

import tmi.testkit.contract.Contract;
import tmi.webhook.signing.Signature;
import tmi.webhook.signing.SigningKey;

/// A receiver that reports how far it is.
record Reporter(String delivery) {
  String report(String body, int expected) {
    return send(body, signed(body), expected);
  }

  String forged(String body, int expected) {
    return send(body, signed(body + " "), expected);
  }

  String read() {
    return given()
        .filter(Contract.load().filter())
        .header("X-Webhook-Signature", signed(delivery))
        .get("/webhook-deliveries/" + delivery)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private String send(String body, String signature, int expected) {
    return given()
        .filter(Contract.load().filter())
        .contentType("application/json")
        .header("X-Webhook-Signature", signature)
        .body(body)
        .post("/webhook-deliveries/" + delivery + "/status")
        .then()
        .statusCode(expected)
        .extract()
        .asString();
  }

  private static String signed(String text) {
    return Signature.contract(SigningKey.of(Api.SECRET).contract(), text.getBytes());
  }
}
