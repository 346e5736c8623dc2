package tmi.auth.key;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;
import tmi.service.caller.TokenConfig;
import tmi.service.caller.TokenConfig.Algorithm;

/// The key that signs just now, and the keys that verify.
@ApplicationScoped
public class KeyService {
  private static final Logger LOG = Logger.getLogger(KeyService.class);
  private final KeyRepository repository;
  private final KeyVault vault;
  private final KeyConfig config;
  private final TokenConfig token;
  private final Pool pool;

  KeyService(
      KeyRepository repository, KeyVault vault, KeyConfig config, TokenConfig token, Pool pool) {
    this.repository = repository;
    this.vault = vault;
    this.config = config;
    this.token = token;
    this.pool = pool;
  }

  /// What a token is signed with now. Read with every token, so a rotation needs no news.
  public Uni<SigningKey> current(SqlClient tx) {
    return switch (algorithm()) {
      case HS256 -> Uni.createFrom().item(this::sharedSecret);
      case ES256 ->
          repository
              .findSigning(tx)
              .chain(found -> found.map(Uni.createFrom()::item).orElseGet(() -> first(tx)))
              .map(vault::open);
    };
  }

  /// The public keys; none for HS256, whose secret is nobody's business.
  public Uni<List<JsonObject>> listPublished() {
    return switch (algorithm()) {
      case HS256 -> Uni.createFrom().item(List.of());
      case ES256 -> repository.listPublished(pool);
    };
  }

  /// How tokens are signed.
  public Algorithm algorithm() {
    return token.algorithm();
  }

  /// Makes the first key, and the next one when the newest is old. One replica does it.
  @Scheduled(every = "1m")
  Uni<Void> rotate() {
    return algorithm() == Algorithm.HS256
        ? Uni.createFrom().voidItem()
        : pool.withTransaction(this::rotate);
  }

  Uni<Void> rotate(SqlClient tx) {
    return repository
        .isNewestOlderThan(tx, config.rotateAfter())
        .chain(old -> old ? makeUnderLock(tx) : Uni.createFrom().voidItem());
  }

  private Uni<Void> makeUnderLock(SqlClient tx) {
    return repository
        .lock(tx)
        .chain(() -> repository.isNewestOlderThan(tx, config.rotateAfter()))
        .chain(old -> old ? make(tx) : Uni.createFrom().voidItem());
  }

  private Uni<Void> make(SqlClient tx) {
    NewKey key = vault.make();
    return repository
        .add(tx, key, config.publishBefore(), config.verifyAfter())
        .invoke(() -> LOG.infof("signing key made key=%s", key.kid()));
  }

  /// A token is wanted before the first key was made.
  private Uni<SealedKey> first(SqlClient tx) {
    return makeUnderLock(tx)
        .chain(() -> repository.findSigning(tx))
        .map(found -> found.orElseThrow(() -> new IllegalStateException("no key signs yet")));
  }

  private SigningKey sharedSecret() {
    byte[] secret =
        token
            .secret()
            .orElseThrow(() -> new IllegalStateException("HS256 needs JWT_SECRET"))
            .getBytes(StandardCharsets.UTF_8);
    return new SigningKey("1", Algorithm.HS256, new SecretKeySpec(secret, "HmacSHA256"));
  }
}
