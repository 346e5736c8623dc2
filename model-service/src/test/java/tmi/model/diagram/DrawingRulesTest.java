package tmi.model.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tmi.kernel.problem.Problem;

class DrawingRulesTest {
  /// As the existing client's editor writes them, attributes of its own included.
  private static final String DRAWN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
           version="1.1" viewBox="-20 -20 240 140" preserveAspectRatio="xMidYMid meet"
           style="background: #fff; font-family: 'Roboto Condensed'">
        <defs>
          <marker id="m-1" orient="auto" overflow="visible" markerUnits="userSpaceOnUse">
            <path stroke="#000" fill="#000" transform="rotate(180)" d="M 0 0 L 8 -4 L 8 4 Z"/>
          </marker>
          <filter id="f"><feDropShadow dx="1" dy="1" stdDeviation="2" flood-color="#0003"/></filter>
          <style>.a { fill: url(#g); stroke: red }</style>
        </defs>
        <!-- a comment -->
        <g data-cell-id="6b3a" data-shape="process" magnet="true" port="left" port-group="left"
           transform="translate(10,20)" filter="url(#f)" cursor="move">
          <ellipse fill="url( '#g' )" stroke="#333" stroke-width="2" rx="50" ry="30"/>
          <text font-size="14" xml:space="preserve" text-anchor="middle" y="0.3em"
                aria-label="a \\ b"><tspan dy="0" class="v-line">Web &lt;shop&gt; &amp; co</tspan></text>
          <image xlink:href="assets/architecture-icons/aws/services/compute/ec2.svg" width="32"/>
          <image href="data:image/png;base64,iVBORw0KGgo=" width="32"/>
          <use xlink:href="#m-1"/>
        </g>
        <path d="M0 0L10 10" marker-end="url(#m-1)" fill="none"><title>flow</title></path>
      </svg>\
      """;

  @Test
  void whatAnEditorDrawsIsTaken() {
    assertThatCode(() -> check(DRAWN)).doesNotThrowAnyException();
    assertThatCode(() -> check("<svg/>")).doesNotThrowAnyException();
  }

  @Test
  void whatRunsOrReachesOutIsRefusedByName() {
    assertRefused("<script>y()</script>", "element script");
    assertRefused("<x:script xmlns:x=\"http://www.w3.org/2000/svg\"/>", "element script");
    assertRefused("<foreignObject><b/></foreignObject>", "element foreignObject");
    assertRefused("<rect onload=\"x()\"/>", "event handler onload");
    assertRefused("<rect ONCLICK=\"x()\"/>", "event handler ONCLICK");
    assertRefused("<a href=\"#x\"/>", "element a");
    assertRefused("<set attributeName=\"href\" to=\"javascript:x\"/>", "element set");
    assertRefused("<g xmlns=\"http://www.w3.org/1999/xhtml\"/>", "element g");
    assertRefused("<g xmlns:h=\"urn:h\" h:x=\"1\"/>", "attribute x");
    assertRefused("<g xml:base=\"https://evil.example/\"/>", "attribute base");
    assertRefused("<use href=\"https://evil.example/x.svg#a\"/>", "https://evil.example");
    assertRefused("<use href=\"other.svg#a\"/>", "other.svg");
    assertRefused("<image href=\"//evil.example/x.png\"/>", "//evil.example");
    assertRefused("<image href=\"java&#115;cript:x\"/>", "javascript:x");
    assertRefused("<image href=\"data:text/html,x\"/>", "data:text/html");
    assertRefused("<rect fill=\"url(https://evil.example/x)\"/>", "url() in fill");
    assertRefused("<rect style=\"fill:URL( 'http://evil.example')\"/>", "url() in style");
    assertRefused("<rect style=\"fill:u\\72l(#a)\"/>", "backslash in style");
    assertRefused("<rect fill=\"u\\72l(http://e)\"/>", "backslash in fill");
    assertRefused("<style>@import 'http://evil.example/x.css'</style>", "@import in style");
    assertRefused("<style>a{fill:u<!-- -->rl(//evil.example)}</style>", "url() in style");
    assertRefused("<style><![CDATA[a{fill:ur]]>l(//evil.example)}</style>", "url() in style");
    assertRefused("<style>a{<g/>}</style>", "in a style sheet");
    assertRefused("<?xml-stylesheet href=\"http://evil.example\"?>", "processing instructions");
  }

  @Test
  void nothingOutsideIsReadAndNoEntityIsMade() {
    for (String svg :
        new String[] {
          "<!DOCTYPE svg SYSTEM \"http://127.0.0.1:1/x.dtd\"><svg/>",
          "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><svg>&a;</svg>",
          "<!DOCTYPE svg [<!ENTITY a \"aaa\"><!ENTITY b \"&a;&a;\">]><svg>&b;</svg>",
          "<svg>&unknown;</svg>",
          "<?xml version=\"1.0\" encoding=\"UTF-16\"?><svg/>",
          "<html/>",
          "<svg>",
          "<svg/><svg/>",
          "svg",
          ""
        }) {
      assertThatThrownBy(() -> check(svg))
          .as(svg)
          .isInstanceOf(Problem.class)
          .hasMessageContaining("image.svg");
    }
  }

  /// What took minutes when it was cut out layer by layer.
  @Test
  void manyLayersOfTheSameWordAreRefusedAtTheFirst() {
    String bomb = "java".repeat(60_000) + "javascript:" + "script:".repeat(60_000);

    assertRefused("<rect fill=\"" + bomb + "\"/>", "javascript: in fill");
    assertRefused("<g>".repeat(100_000), "");
    assertRefused("<rect " + "a ".repeat(100_000), "");
  }

  @Test
  void whateverIsDoneToADrawingItIsTakenOrRefused() {
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      StringBuilder svg = new StringBuilder(DRAWN);
      for (int n = random.nextInt(4); n >= 0; n--) {
        int at = random.nextInt(svg.length());
        svg.setCharAt(at, "<>\"'&;:/ \u0000x\\(".charAt(random.nextInt(13)));
      }
      takenOrRefused(svg.toString());
    }
  }

  private static void takenOrRefused(String svg) {
    try {
      check(svg);
    } catch (Problem e) {
      assertThat(e.status()).isEqualTo(400);
    }
  }

  private static void assertRefused(String inside, String reason) {
    assertThatThrownBy(
            () -> check("<svg xmlns=\"http://www.w3.org/2000/svg\">" + inside + "</svg>"))
        .as(inside.substring(0, Math.min(inside.length(), 80)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("image.svg")
        .hasMessageContaining(reason);
  }

  private static void check(String svg) {
    Picture.judged(Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
