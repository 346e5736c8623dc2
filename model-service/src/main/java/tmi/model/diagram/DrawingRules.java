package tmi.model.diagram;

import io.quarkus.runtime.annotations.RegisterResourceBundle;
import java.io.StringReader;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tmi.kernel.problem.Problem;

/// What the SVG of a picture may hold: elements that draw, by name; no scripts, handlers, foreign
/// markup or document types; references to itself, to files of the same site and to images that it
/// brings. Read once from front to end, so that the cost is its length.
///
/// Attributes are judged by what they can do and not by a list of names: an editor writes its own
/// beside the standard's, and a picture refused for one that does nothing would take with it the
/// drawing that is saved in the same request.
@RegisterResourceBundle(bundleName = DrawingRules.REASONS, moduleName = "java.xml")
final class DrawingRules {
  /// What the reader says when a text is no XML; an executable knows it only when it is named.
  static final String REASONS = "com.sun.org.apache.xerces.internal.impl.msg.XMLMessages";

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String XLINK = "http://www.w3.org/1999/xlink";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private static final Set<String> ELEMENTS =
      Set.of(
          "svg",
          "g",
          "defs",
          "symbol",
          "use",
          "switch",
          "title",
          "desc",
          "metadata",
          "style",
          "rect",
          "circle",
          "ellipse",
          "line",
          "polyline",
          "polygon",
          "path",
          "image",
          "marker",
          "text",
          "tspan",
          "textPath",
          "tref",
          "linearGradient",
          "radialGradient",
          "stop",
          "pattern",
          "clipPath",
          "mask",
          "filter",
          "feBlend",
          "feColorMatrix",
          "feComponentTransfer",
          "feComposite",
          "feConvolveMatrix",
          "feDiffuseLighting",
          "feDisplacementMap",
          "feDistantLight",
          "feDropShadow",
          "feFlood",
          "feFuncA",
          "feFuncB",
          "feFuncG",
          "feFuncR",
          "feGaussianBlur",
          "feMerge",
          "feMergeNode",
          "feMorphology",
          "feOffset",
          "fePointLight",
          "feSpecularLighting",
          "feSpotLight",
          "feTile",
          "feTurbulence");

  private final StringBuilder style = new StringBuilder();
  private boolean inStyle;

  /// [Problem] 400 with the first thing that is not taken.
  void check(String svg) {
    try {
      XMLStreamReader reader = reader(svg);
      requireEncoding(reader.getCharacterEncodingScheme());
      boolean first = true;
      while (reader.hasNext()) {
        take(reader, reader.next(), first);
        first &= !reader.isStartElement();
      }
    } catch (XMLStreamException e) {
      throw refused("must be well-formed SVG");
    }
  }

  /// The browser goes by it and would read another picture than was judged.
  private static void requireEncoding(String named) {
    if (named != null && !named.equalsIgnoreCase("UTF-8")) {
      throw refused("must be UTF-8 and say no other encoding");
    }
  }

  private static XMLStreamReader reader(String svg) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("nothing outside is read");
    });
    return factory.createXMLStreamReader(new StringReader(svg));
  }

  private void take(XMLStreamReader reader, int event, boolean first) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        requireElement(reader, first);
        requireAttributes(reader);
        inStyle = reader.getLocalName().equals("style");
      }
      case XMLStreamConstants.END_ELEMENT -> endStyle();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        if (inStyle) {
          style.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
      }
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw refused("must not have a document type or entities of its own");
      case XMLStreamConstants.PROCESSING_INSTRUCTION ->
          throw refused("must not contain processing instructions");
      default -> {
        // comments and blanks draw nothing
      }
    }
  }

  private void endStyle() {
    inStyle = false;
    requireStyle("style", style.toString());
    style.setLength(0);
  }

  private void requireElement(XMLStreamReader reader, boolean first) {
    String name = reader.getLocalName();
    String space = reader.getNamespaceURI();
    if (inStyle) {
      throw refused("must not contain the element " + name + " in a style sheet");
    }
    if (first && !name.equals("svg")) {
      throw refused("must be an SVG: its outermost element is " + name);
    }
    boolean svg = space == null || space.isEmpty() || space.equals(SVG);
    if (!svg || !ELEMENTS.contains(name)) {
      throw refused("must not contain the element " + name);
    }
  }

  private static void requireAttributes(XMLStreamReader reader) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = reader.getAttributeLocalName(i);
      String space = reader.getAttributeNamespace(i);
      String value = reader.getAttributeValue(i);
      boolean plain = space == null || space.isEmpty();
      if (!(plain || space.equals(XLINK) || space.equals(XML)) || name.equals("base")) {
        throw refused("must not contain the attribute " + name);
      }
      if (name.toLowerCase(Locale.ROOT).startsWith("on")) {
        throw refused("must not contain the event handler " + name);
      }
      if (name.equals("href") || name.equals("src")) {
        requireReference(reader.getLocalName(), value);
      } else if (!name.startsWith("data-") && !name.startsWith("aria-")) {
        requireStyle(name, value);
      }
    }
  }

  /// A part of the picture itself, a file beside it, or an image that it brings.
  private static void requireReference(String element, String value) {
    String address = value.strip();
    boolean inside = address.isEmpty() || address.startsWith("#");
    boolean image = element.equals("image") || element.equals("feImage");
    boolean file =
        address.chars().noneMatch(c -> c == ':' || c == '\\' || c < ' ')
            && !address.startsWith("//");
    boolean brought = address.regionMatches(true, 0, "data:image/", 0, "data:image/".length());
    if (!inside && !(image && (file || brought))) {
      throw refused(
          "must not refer to "
              + address.substring(0, Math.min(address.length(), 60))
              + ": a picture shows what it holds itself");
    }
  }

  /// Style sheets and the attributes that are written like them.
  private static void requireStyle(String name, String value) {
    if (value.isEmpty()) {
      return;
    }
    String text = value.toLowerCase(Locale.ROOT);
    for (String word :
        new String[] {"javascript:", "@import", "expression(", "image-set(", "-moz-binding"}) {
      if (text.contains(word)) {
        throw refused("must not contain " + word + " in " + name);
      }
    }
    boolean escaped = text.indexOf('\\') >= 0 && (name.equals("style") || text.indexOf('(') >= 0);
    if (escaped) {
      throw refused("must not contain a backslash in " + name);
    }
    for (int at = text.indexOf("url("); at >= 0; at = text.indexOf("url(", at + 1)) {
      if (!pointsInside(text, at + "url(".length())) {
        throw refused("must not refer to anything outside it by url() in " + name);
      }
    }
  }

  private static boolean pointsInside(String text, int from) {
    int at = from;
    while (at < text.length()
        && (text.charAt(at) <= ' ' || text.charAt(at) == '"' || text.charAt(at) == '\'')) {
      at++;
    }
    return at < text.length() && text.charAt(at) == '#';
  }

  private static Problem refused(String rule) {
    return Problem.invalid("image.svg", rule);
  }
}
