package tmi.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.NotFoundException;
import org.junit.jupiter.api.Test;
import tmi.kernel.problem.Problem;

class FaultsTest {
  record Body(String displayName, int count) {}

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

  @Test
  void constraintPathsBecomeTheClientsNames() {
    assertThat(Faults.field("create.body.displayName")).isEqualTo("display_name");
    assertThat(Faults.field("list.limit")).isEqualTo("limit");
  }

  @Test
  void descriptionsAreOneShortLine() {
    assertThat(ErrorBody.clean("a\r\nb\tc\u0007")).isEqualTo("a b c");
    assertThat(ErrorBody.clean("x".repeat(2000))).hasSize(1000);
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
