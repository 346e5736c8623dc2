package tmi.model.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tmi.kernel.problem.Problem;

class DiagramDraftTest {
  private static final Image OLD = new Image(base64("<svg>old</svg>"), 3L);

  @Test
  void aPictureThatIsNotSentStays() {
    var columns = draft(null, null).columns(9);

    assertThat(columns.path("image_svg").asText()).isEqualTo(OLD.svg());
    assertThat(columns.path("image_update_vector").asLong()).isEqualTo(3);
  }

  @Test
  void aPictureThatIsSentAsNullGoes() {
    var columns = draft("null", null).columns(9);

    assertThat(columns.path("image_svg").isNull()).isTrue();
    assertThat(columns.path("image_update_vector").isNull()).isTrue();
  }

  @Test
  void aNewPictureShowsTheVectorOfItsRequest() {
    var columns = draft("{\"svg\":\"" + base64("<svg>new</svg>") + "\"}", null).columns(9);

    assertThat(columns.path("image_update_vector").asLong()).isEqualTo(9);
  }

  @Test
  void aPictureMaySayItselfWhatItShows() {
    var columns =
        draft("{\"svg\":\"" + base64("<svg/>") + "\",\"update_vector\":5}", null).columns(9);

    assertThat(columns.path("image_update_vector").asLong()).isEqualTo(5);
  }

  @Test
  void aPictureIsBase64OfUtf8AndBounded() {
    assertRefused(() -> Picture.judged("%%%"));
    assertRefused(
        () -> Picture.judged(Base64.getEncoder().encodeToString(new byte[] {(byte) 0xff})));
    assertRefused(() -> Picture.judged(base64("x".repeat(1024 * 1024 + 1))));
  }

  @Test
  void aPaletteIsSortedAndSpelledOneWay() {
    var palette = List.of(new PaletteColor(3, "#AbC"), new PaletteColor(1, "#000000"));

    assertThat(draft(null, palette).palette())
        .containsExactly(new PaletteColor(1, "#000000"), new PaletteColor(3, "#aabbcc"));
    assertThat(draft(null, List.of()).palette()).isNull();
    assertRefused(
        () -> draft(null, List.of(new PaletteColor(1, "#000"), new PaletteColor(1, "#111"))));
  }

  private static DiagramDraft draft(String image, List<PaletteColor> palette) {
    JsonNode sent;
    try {
      sent = image == null ? null : new ObjectMapper().readTree(image);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
    var input =
        new DiagramInput("Main", "DFD-1.0.0", null, List.of(), null, sent, palette, null, null);
    return DiagramDraft.of(input, Optional.empty()).over(OLD);
  }

  private static void assertRefused(Runnable rule) {
    assertThatThrownBy(rule::run)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(400));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
