package tmi.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Signed callers. Their rows are in auth-service's tables and their key is published like any
/// other, so a service verifies them exactly as it verifies real ones.
public final class Tokens {

  private static final String ISSUER = "http://localhost:8080";
  private static final UUID ADMINISTRATORS =
      UUID.fromString("00000000-0000-0000-0000-000000000002");

  private final TestDatabase database;
  private final SigningPair published;
  private final SigningPair unpublished;

  private Tokens(TestDatabase database, SigningPair published) {
    this.database = database;
    this.published = published;
    this.unpublished = new SigningPair(published.kid());
  }

  /// The key has an end, as one that was replaced has: auth-service verifies by it and does not try
  /// to sign with a private part that it cannot open.
  static Tokens publishedIn(TestDatabase database) {
    var pair = new SigningPair("test-" + UUID.randomUUID());
    database.execute(
        """
        insert into auth.signing_keys
          (kid, algorithm, public_jwk, private_part, created_at, signs_from, verifies_until)
        values (?, 'ES256', ?::jsonb, '\\x00', now() - interval '1 day',
                now() - interval '1 day', now() + interval '1 day')
        """,
        pair.kid(),
        pair.publicJwk());
    return new Tokens(database, pair);
  }

  /// A person of the provider `tmi`, as a first sign-in with that hint makes.
  public Person person(String hint) {
    var id = UUID.randomUUID();
    var email = hint + "@tmi.local";
    var name = Character.toUpperCase(hint.charAt(0)) + hint.substring(1) + " (TMI User)";
    database.execute(
        """
        insert into auth.users (id, provider, provider_user_id, email, name, last_login_at)
        values (?, 'tmi', ?, ?, ?, now())
        """,
        id,
        hint,
        email,
        name);
    return signIn(new Person(id, hint, email, name, null, null, null));
  }

  public Person administrator(String hint) {
    var person = person(hint);
    addTo(ADMINISTRATORS, person);
    return person;
  }

  public void addTo(UUID group, Person person) {
    database.execute(
        "insert into auth.group_members (id, group_id, member_user_id) values (?, ?, ?)",
        UUID.randomUUID(),
        group,
        person.id());
  }

  /// The same person signed in once more: a new session with a new token.
  public Person signIn(Person person) {
    var session = UUID.randomUUID();
    database.execute(
        """
        insert into auth.sign_ins (id, user_id, authenticated_at, expires_at)
        values (?, ?, now(), now() + interval '7 days')
        """,
        session,
        person.id());
    var tokenId = UUID.randomUUID();
    var signed =
        new Person(
            person.id(),
            person.providerId(),
            person.email(),
            person.name(),
            session,
            tokenId,
            null);
    return withToken(signed, published.sign(claims(signed, Instant.now(), Duration.ofHours(1))));
  }

  /// A token that ended an hour ago.
  public Person expired(Person person) {
    var past = Instant.now().minus(Duration.ofHours(2));
    return withToken(person, published.sign(claims(person, past, Duration.ofHours(1))));
  }

  /// A token that names the published key and was signed by another.
  public Person forged(Person person) {
    return withToken(person, unpublished.sign(claims(person, Instant.now(), Duration.ofHours(1))));
  }

  /// A token with claims of the test's own choice over the usual ones; null takes one away.
  public String signed(Person person, Map<String, Object> changes) {
    var claims = claims(person, Instant.now(), Duration.ofHours(1));
    claims.putAll(changes);
    claims.values().removeIf(Objects::isNull);
    return published.sign(claims);
  }

  private static Map<String, Object> claims(Person person, Instant from, Duration life) {
    var claims = new HashMap<String, Object>();
    claims.put("iss", ISSUER);
    claims.put("aud", List.of(ISSUER));
    claims.put("sub", person.providerId());
    claims.put("email", person.email());
    claims.put("name", person.name());
    claims.put("idp", "tmi");
    claims.put("tmi_user", person.id().toString());
    claims.put("sid", person.sessionId().toString());
    claims.put("jti", person.tokenId().toString());
    claims.put("auth_time", from.getEpochSecond());
    claims.put("iat", from.getEpochSecond());
    claims.put("nbf", from.getEpochSecond());
    claims.put("exp", from.plus(life).getEpochSecond());
    return claims;
  }

  private static Person withToken(Person person, String token) {
    return new Person(
        person.id(),
        person.providerId(),
        person.email(),
        person.name(),
        person.sessionId(),
        person.tokenId(),
        token);
  }
}
