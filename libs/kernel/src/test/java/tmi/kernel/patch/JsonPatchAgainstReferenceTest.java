package tmi.kernel.patch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tmi.kernel.problem.Problem;

/// Random documents and patches, each held against a second implementation; a failure names its
/// seed.
class JsonPatchAgainstReferenceTest {
  private static final int TRIES = 20_000;

  @Test
  void bothImplementationsAgreeOnRandomPatches() {
    int applied = 0;
    for (long seed = 0; seed < TRIES; seed++) {
      var random = new RandomPatches(seed);
      JsonNode document = random.document();
      JsonNode patch = random.patch(document);
      JsonNode before = document.deepCopy();

      Optional<Object> ours = ours(document, patch);

      Optional<Object> expected = Reference.apply(Reference.plain(document), patch);
      assertThat(ours).as("seed %d: %s on %s", seed, patch, document).isEqualTo(expected);
      assertThat(document).as("seed %d", seed).isEqualTo(before);
      applied += ours.isPresent() ? 1 : 0;
    }
    assertThat(applied).as("patches that fit").isBetween(TRIES / 10, TRIES * 9 / 10);
  }

  @Test
  void whatIsCountedIsWhatTheDocumentHolds() {
    for (long seed = 0; seed < TRIES / 10; seed++) {
      var random = new RandomPatches(seed);
      JsonNode document = random.document();
      JsonNode patch = random.patch(document);

      Applying applying = applied(document, patch);

      if (applying != null) {
        Size size = Size.of(applying.document());
        assertThat(applying.nodes())
            .as("seed %d: %s on %s", seed, patch, document)
            .isEqualTo(size.nodes());
        assertThat(applying.bytes())
            .as("seed %d: %s on %s", seed, patch, document)
            .isEqualTo(size.bytes());
      }
    }
  }

  private static Optional<Object> ours(JsonNode document, JsonNode patch) {
    Applying applying = applied(document, patch);
    return applying == null ? Optional.empty() : Optional.of(Reference.plain(applying.document()));
  }

  /// Null when it was refused, which is always 400.
  private static Applying applied(JsonNode document, JsonNode patch) {
    try {
      return JsonPatch.parse(patch).applied(document, PatchLimit.DOCUMENT, Dialect.STANDARD);
    } catch (Problem e) {
      assertThat(e.status()).isEqualTo(400);
      return null;
    }
  }
}
