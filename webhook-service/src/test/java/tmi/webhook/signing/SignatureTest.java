package tmi.webhook.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final UUID ID = UUID.fromString("019cad3f-5c00-7a10-8f00-3d2b1c0a9e01");
  private static final byte[] EVENT =
      """
      {"event_type":"threat_model.created","threat_model_id":"7b0c6f0e-0d5e-4a57-9a4f-2f1f5f3a1c11",\
      "object_id":"7b0c6f0e-0d5e-4a57-9a4f-2f1f5f3a1c11","object_type":"threat_model",\
      "owner_id":"c2a9d1de-64a2-4c4d-9d0c-5a6d1f0e7b22","timestamp":"2026-03-02T09:15:04.123456789Z",\
      "data":{"description":"Checkout flow","name":"Web shop"}}\
      """
          .getBytes(StandardCharsets.UTF_8);

  @Test
  void contractVectorsAreMetBitForBit() {
    byte[] key = SigningKey.of(SECRET).contract();
    assertThat(EVENT).hasSize(326);
    assertThat(Signature.contract(key, EVENT))
        .isEqualTo("sha256=5bda9f63df1e1965f9fe421dd30f4f48b406ad4f20f7a6813310a49f3920fc8c");
    assertThat(Signature.contract(key, "{\"status\":\"completed\"}".getBytes()))
        .isEqualTo("sha256=680789cc994a61d220998480692abdc7b26779168f7d36a3aa19a5d12bd63347");
    assertThat(Signature.contract(key, ID.toString().getBytes()))
        .isEqualTo("sha256=45db1ee0b307e6727a96766ca285de0e606f96a4f5e70344f49e1e20a0fc01b6");
  }

  @Test
  void standardVectorIsMetBitForBit() {
    byte[] key = SigningKey.of(SECRET).standard().orElseThrow();
    assertThat(Signature.standard(key, ID.toString(), 1772442904L, EVENT))
        .isEqualTo("v1,wlmolwUlwc5ScTnsQfjqxaueT1BOVZPldroAB8ZFP78=");
  }

  // The example of the specification's own libraries.
  @Test
  void publishedExampleOfTheStandardIsMetWithItsSecretAsHandedOut() {
    byte[] key = SigningKey.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").standard().orElseThrow();
    assertThat(
            Signature.standard(
                key,
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330L,
                "{\"test\": 2432232314}".getBytes()))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void secretOfBeforeSignsAsBefore() {
    String hex = "0f".repeat(32);
    assertThat(SigningKey.of(hex).contract()).asString().isEqualTo(hex);
    assertThat(SigningKey.of(hex).standard().orElseThrow()).asString().isEqualTo(hex);
  }

  @Test
  void secretInStandardFormKeepsItsWholeTextForTheOldScheme() {
    String standardForm = "whsec_" + Base64.getEncoder().encodeToString(SECRET.getBytes());
    SigningKey key = SigningKey.of(standardForm);
    assertThat(key.contract()).asString().isEqualTo(standardForm);
    assertThat(key.standard().orElseThrow()).asString().isEqualTo(SECRET);
  }

  @Test
  void standardFormOutsideItsBoundsIsJustText() {
    assertThat(SigningKey.of("whsec_short-and-not-base64!").standard().orElseThrow())
        .asString()
        .startsWith("whsec_");
    assertThat(SigningKey.of("whsec_MDEyMw==").standard()).isEmpty();
  }

  @Test
  void shortSecretSignsTheOldWayOnly() {
    var headers =
        new SignedHeaders("threat.created", ID, ID)
            .sign(SigningKey.of("sixteen-letters!"), EVENT, Instant.EPOCH);
    assertThat(headers).containsKeys("X-Webhook-Signature").doesNotContainKey("webhook-signature");
  }

  @Test
  void everyHeaderOfTheContractIsThere() {
    var headers =
        new SignedHeaders("threat_model.created", ID, new UUID(1, 2))
            .sign(SigningKey.of(SECRET), EVENT, Instant.ofEpochSecond(1772442904L));
    assertThat(headers)
        .containsEntry("Content-Type", "application/json")
        .containsEntry("User-Agent", "TMI-Webhook/1.0")
        .containsEntry("X-Webhook-Event", "threat_model.created")
        .containsEntry("X-Webhook-Delivery-Id", ID.toString())
        .containsEntry("X-Webhook-Subscription-Id", new UUID(1, 2).toString())
        .containsEntry("webhook-id", ID.toString())
        .containsEntry("webhook-timestamp", "1772442904")
        .containsEntry("webhook-signature", "v1,wlmolwUlwc5ScTnsQfjqxaueT1BOVZPldroAB8ZFP78=");
  }

  @Test
  void sealedSecretOpensOnlyInItsOwnRow() {
    SecretBox box = new SecretBox(new byte[32], RandomGenerator.getDefault());
    byte[] sealed = box.seal(ID, SECRET);
    assertThat(box.open(ID, sealed)).isEqualTo(SECRET);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
    assertThatThrownBy(() -> box.open(new UUID(1, 2), sealed))
        .hasMessageContaining("TMI_WEBHOOK_SECRET_KEY");
  }
}
