package tmi.webhook.report;

import static tmi.service.uni.Plugs.orNotFound;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tmi.kernel.identity.Caller;
import tmi.kernel.problem.Problem;
import tmi.webhook.administration.AdministrationService;
import tmi.webhook.delivery.Delivery;
import tmi.webhook.delivery.DeliveryRepository;
import tmi.webhook.signing.SecretBox;
import tmi.webhook.signing.SigningKey;

/// Takes reports and shows deliveries to those who can prove themselves.
@ApplicationScoped
class ReportService {
  private final ReportRepository reports;
  private final DeliveryRepository deliveries;
  private final AdministrationService administration;
  private final SecretBox secrets;

  ReportService(
      ReportRepository reports,
      DeliveryRepository deliveries,
      AdministrationService administration,
      SecretBox secrets) {
    this.reports = reports;
    this.deliveries = deliveries;
    this.administration = administration;
    this.secrets = secrets;
  }

  Uni<ReportAnswer> report(UUID delivery, Report report, byte[] body, Proof proof) {
    return reports
        .find(delivery)
        .plug(orNotFound("delivery", delivery))
        .invoke(found -> requireProof(found, body, proof))
        .chain(() -> reports.store(delivery, report))
        .onItem()
        .ifNull()
        .failWith(() -> Problem.conflict("conflict", "The delivery is already closed"));
  }

  /// @param text the id exactly as it stood in the path: that is what is signed
  Uni<Delivery> get(UUID delivery, String text, Proof proof, Optional<Caller> caller) {
    return reports
        .find(delivery)
        .plug(orNotFound("delivery", delivery))
        .call(found -> admit(found, text, proof, caller))
        .chain(() -> deliveries.find(delivery))
        .plug(orNotFound("delivery", delivery));
  }

  private Uni<Void> admit(Reported found, String text, Proof proof, Optional<Caller> caller) {
    if (!proof.isAbsent()) {
      requireProof(found, text.getBytes(StandardCharsets.UTF_8), proof);
      return Uni.createFrom().voidItem();
    }
    Caller person = caller.orElseThrow(Problem::unauthorized);
    return person.userId().equals(found.owner())
        ? Uni.createFrom().voidItem()
        : administration.require(person);
  }

  private void requireProof(Reported found, byte[] message, Proof proof) {
    if (found.secret() == null) {
      throw Problem.unauthorized();
    }
    SigningKey key = SigningKey.of(secrets.open(found.subscription(), found.secret()));
    if (!proof.holds(key, message, Instant.now())) {
      throw Problem.unauthorized();
    }
  }
}
