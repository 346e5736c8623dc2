package tmi.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/// Real PostgreSQL and Redis for a test of a service:
///
/// ```java
/// @QuarkusTest
/// @WithTestResource(value = Stores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
/// class SomethingTest {
///   TestDatabase database; // filled in, as are TestRedis and Tokens
/// }
/// ```
///
/// A further argument `line` names how the stores are reached, see [Line].
///
/// The service signs in with its own role, so a missing grant fails the test. A plain test calls
/// [#forService] and [#start] by itself.
public final class Stores implements QuarkusTestResourceLifecycleManager {

  private String service = "auth";
  private Line line = Line.PLAIN;
  private TestDatabase database;
  private TestRedis redis;
  private Tokens tokens;

  public static Stores forService(String service) {
    var stores = new Stores();
    stores.service = service;
    return stores;
  }

  @Override
  public void init(Map<String, String> arguments) {
    service = arguments.getOrDefault("service", service);
    line = Line.valueOf(arguments.getOrDefault("line", line.name()));
  }

  @Override
  public Map<String, String> start() {
    var cluster = TestCluster.shared();
    database = cluster.newDatabase();
    redis = cluster.newRedis();
    redis.start();
    tokens = Tokens.publishedIn(database);
    var settings = new HashMap<String, String>();
    settings.put("DB_HOST", "127.0.0.1");
    settings.put("DB_PORT", "" + database.port());
    settings.put("DB_NAME", database.name());
    settings.put("DB_USERNAME", "tmi_" + service);
    settings.put("DB_PASSWORD", TestCluster.PASSWORD);
    settings.put("REDIS_HOST", "127.0.0.1");
    settings.put("REDIS_PORT", "" + redis.port());
    settings.put("REDIS_PASSWORD", redis.password());
    settings.putAll(line.settings(database, redis));
    settings.put("TMI_BUILD_MODE", "test");
    settings.put("TMI_DISABLE_RATE_LIMITING", "true"); // a fast machine asks more than a person may
    return settings;
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(database, new TestInjector.MatchesType(TestDatabase.class));
    injector.injectIntoFields(redis, new TestInjector.MatchesType(TestRedis.class));
    injector.injectIntoFields(tokens, new TestInjector.MatchesType(Tokens.class));
  }

  @Override
  public void stop() {
    if (redis != null) {
      redis.end();
    }
  }

  /// How the stores are reached.
  public enum Line {
    /// Directly, in the clear.
    PLAIN,
    /// By TLS alone, which the service knows.
    TLS,
    /// By TLS alone, which nobody told the service.
    TLS_UNTOLD,
    /// PostgreSQL through a pooler in transaction mode, see [TestPooler].
    POOLER;

    private Map<String, String> settings(TestDatabase database, TestRedis redis) {
      if (this == PLAIN) {
        return Map.of();
      }
      if (this == POOLER) {
        var port = new TestPooler("transaction").start(database.port());
        return Map.of("DB_PORT", "" + port, "TMI_DB_PREPARED_STATEMENTS", "false");
      }
      var certificate = TestCertificate.forLoopback();
      database.takeOnlyTls(certificate);
      if (this == TLS_UNTOLD) {
        return Map.of();
      }
      return Map.of(
          "DB_HOST", "localhost",
          "DB_SSL_MODE", "verify-full",
          "DB_SSL_CA_FILE", certificate.file().toString(),
          "REDIS_HOST", "localhost",
          "REDIS_PORT", "" + redis.offerTls(certificate),
          "REDIS_TLS", "true",
          "REDIS_TLS_CA_FILE", certificate.file().toString());
    }
  }

  public TestDatabase database() {
    return database;
  }

  public TestRedis redis() {
    return redis;
  }

  public Tokens tokens() {
    return tokens;
  }
}
