package tmi.webhook.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.UUID;
import tmi.kernel.identity.Caller;
import tmi.service.egress.Target;
import tmi.service.id.IdSource;
import tmi.service.text.PlainText;
import tmi.webhook.signing.SecretBox;
import tmi.webhook.signing.SigningKey;
import tmi.webhook.target.TargetConfig;

/// Makes of what was asked for what is stored: judges the address, makes the token, seals the
/// secret.
@ApplicationScoped
class SubscriptionForm {
  private static final int SECRET_BYTES = 32;

  private final IdSource ids;
  private final SecretBox secrets;
  private final TargetConfig targets;

  SubscriptionForm(IdSource ids, SecretBox secrets, TargetConfig targets) {
    this.ids = ids;
    this.secrets = secrets;
    this.targets = targets;
  }

  /// The secret given, or a new one in the form that the libraries of Standard Webhooks take.
  String secret(NewSubscription asked) {
    return asked.secret() == null ? SigningKey.secretOf(ids.bytes(SECRET_BYTES)) : asked.secret();
  }

  /// Throws [tmi.service.egress.EgressRefusal] when nothing may be sent to the address.
  SubscriptionRow row(Caller owner, NewSubscription asked, String secret) {
    UUID id = ids.v4();
    return new SubscriptionRow(
        id,
        owner.userId(),
        asked.threatModelId(),
        PlainText.asWritten("name", asked.name()),
        asked.url(),
        Target.of(asked.url(), targets.policy()).host(),
        asked.events(),
        secrets.seal(id, secret),
        token());
  }

  private String token() {
    return HexFormat.of().formatHex(ids.bytes(SECRET_BYTES));
  }
}
