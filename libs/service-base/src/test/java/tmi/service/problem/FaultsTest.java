package tmi.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tmi.kernel.problem.Problem;

class FaultsTest {
  record Body(String displayName, int count, Kind kind) {}

  enum Kind {
    @JsonProperty("threat.created")
    THREAT_CREATED,
    @JsonProperty("threat.deleted")
    THREAT_DELETED
  }

  @Test
  void anUnknownFieldIsNamed() {
    assertThat(read("{\"colour\":1}").getMessage()).contains("colour");
  }

  @Test
  void aWrongTypeNamesTheFieldAndNoClass() {
    Problem problem = read("{\"count\":\"many\"}");

    assertThat(problem.getMessage()).contains("count").doesNotContain("tmi.");
    assertThat(problem.status()).isEqualTo(400);
  }

  @Test
  void anUnknownAddressIsNotFound() {
    assertThat(Faults.problemOf(new NotFoundException()).orElseThrow().status()).isEqualTo(404);
  }

  @Test
  void aDefectIsNoRefusal() {
    assertThat(Faults.problemOf(new IllegalStateException("ours"))).isEmpty();
  }

  /// What a resource looks like to the validator.
  interface Operations {
    void create(@NotNull @Valid Whole threat);

    void bulk(@NotNull List<@NotNull @Valid Whole> pairs);

    void list(@Max(100) Integer limit, @Size(min = 43) String codeChallenge);
  }

  record Whole(
      @NotNull String displayName,
      List<@Size(max = 3) String> cweId,
      @Valid Part part,
      List<@Valid Part> cvss) {}

  record Part(@NotNull String vector) {}

  @Test
  void constraintPathsBecomeTheClientsNames() throws NoSuchMethodException {
    Whole odd =
        new Whole(null, List.of("CWE-79"), new Part(null), List.of(new Part("a"), new Part(null)));

    assertThat(names("create", odd))
        .containsExactlyInAnyOrder("display_name", "cwe_id[0]", "part.vector", "cvss[1].vector");
    assertThat(names("bulk", List.of(odd)))
        .contains("[0].display_name", "[0].cwe_id[0]", "[0].cvss[1].vector");
    assertThat(names("bulk", Collections.singletonList(null))).containsExactly("[0]");
    assertThat(names("create", (Object) null)).containsExactly("The body");
    assertThat(names("list", 101, "short")).containsExactlyInAnyOrder("limit", "code_challenge");
    assertThat(names(odd)).contains("display_name", "cwe_id[0]", "part.vector", "cvss[1].vector");
  }

  @Test
  void wordsOfAListAreNamedAsTheyAreSent() {
    assertThat(read("{\"kind\":\"other\"}").getMessage())
        .contains("kind must be one of threat.created, threat.deleted");
  }

  private static List<String> names(String method, Object... values) throws NoSuchMethodException {
    try (var factory = Validation.buildDefaultValidatorFactory()) {
      var called =
          Stream.of(Operations.class.getMethods())
              .filter(m -> m.getName().equals(method))
              .findFirst()
              .orElseThrow();
      return names(
          factory
              .getValidator()
              .forExecutables()
              .validateParameters(new NoOperations(), called, values));
    }
  }

  private static List<String> names(Object bean) {
    try (var factory = Validation.buildDefaultValidatorFactory()) {
      return names(factory.getValidator().validate(bean));
    }
  }

  private static List<String> names(Set<? extends ConstraintViolation<?>> violations) {
    return violations.stream().map(v -> FieldNames.of(v.getPropertyPath())).toList();
  }

  private static final class NoOperations implements Operations {
    @Override
    public void create(Whole threat) {}

    @Override
    public void bulk(List<Whole> pairs) {}

    @Override
    public void list(Integer limit, String codeChallenge) {}
  }

  @Test
  void descriptionsAreOneShortLine() {
    assertThat(ErrorBody.clean("a\r\nb\tc\u0007")).isEqualTo("a b c");
    assertThat(ErrorBody.clean("x".repeat(2000))).hasSize(1000);
  }

  @ParameterizedTest
  @MethodSource("lostConnections")
  void aStoreThatIsGoneIs503AndNever500(Throwable lost) {
    for (Throwable failure : List.of(lost, new RuntimeException(lost))) {
      Problem problem = Faults.problemOf(failure).orElseThrow();
      assertThat(problem.status()).isEqualTo(503);
      assertThat(problem.retryAfterSeconds()).isPositive();
    }
  }

  static List<Throwable> lostConnections() {
    return List.of(
        ClosedConnectionException.INSTANCE,
        new ConnectException("Connection refused"),
        new SocketException("Connection reset"),
        new UnknownHostException("postgres"),
        new ClosedChannelException(),
        new SSLHandshakeException("no trust"),
        new IOException("Broken pipe"),
        new IOException("Connection reset by peer"),
        new TimeoutException(),
        new ConnectionPoolTooBusyException("Connection pool reached max wait queue size"),
        new VertxException("Pool closed"),
        new VertxException("Timeout waiting for connection"),
        new VertxException("Connection is not active now, current status: CLOSED"),
        new NoStackTraceThrowable("Timeout"));
  }

  @ParameterizedTest
  @CsvSource({
    "08006, 503", "53300, 503", "53100, 503", "57P01, 503", "57P03, 503", "57014, 503",
    "58030, 503", "40001, 503", "40P01, 503", "55P03, 503", "25006, 503", "25P03, 503",
    "22003, 400", "22001, 400", "22007, 400", "22P02, 400", "22021, 400", "22P05, 400",
    "22000, 400", "23502, 400", "23503, 400", "23514, 400", "23505, 409", "23P01, 409",
    "23001, 409", "54000, 400", "54001, 400"
  })
  void whatPostgresqlRefusesIsNeverA500(String state, int status) {
    PgException refused =
        new PgException("secret words of insert into model", "ERROR", state, "secret detail");

    Problem problem = Faults.problemOf(refused).orElseThrow();

    assertThat(problem.status()).isEqualTo(status);
    assertThat(problem.getMessage()).isNotBlank().doesNotContain("secret");
    assertThat(problem.retryAfterSeconds() > 0).isEqualTo(status == 503);
  }

  @Test
  void aStatementThatIsWrongIsADefectOfOurs() {
    assertThat(Faults.problemOf(new PgException("no column", "ERROR", "42703", null))).isEmpty();
  }

  private static Problem read(String text) {
    try {
      new ObjectMapper().readValue(text, Body.class);
      throw new AssertionError("was readable");
    } catch (JsonProcessingException e) {
      return Faults.problemOf(e).orElseThrow();
    }
  }
}
