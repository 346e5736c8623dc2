package tmi.diagram.rule;

import static java.util.Map.entry;
import static java.util.Map.ofEntries;
import static tmi.diagram.rule.Composite.closed;
import static tmi.diagram.rule.Composite.distinct;
import static tmi.diagram.rule.Composite.either;
import static tmi.diagram.rule.Composite.list;
import static tmi.diagram.rule.Composite.mapOf;
import static tmi.diagram.rule.Composite.open;
import static tmi.diagram.rule.Leaf.BOOLEAN;
import static tmi.diagram.rule.Leaf.COLOUR_WORD;
import static tmi.diagram.rule.Leaf.DASHES;
import static tmi.diagram.rule.Leaf.FONT;
import static tmi.diagram.rule.Leaf.ID;
import static tmi.diagram.rule.Leaf.NUMBER;
import static tmi.diagram.rule.Leaf.NUMBER_OR_PERCENT;
import static tmi.diagram.rule.Leaf.OBJECT;
import static tmi.diagram.rule.Leaf.number;
import static tmi.diagram.rule.Leaf.orNull;
import static tmi.diagram.rule.Leaf.text;
import static tmi.diagram.rule.Leaf.word;

import java.util.Map;

/// The published schemas Node and Edge in their stored spelling, as rules. Open at the top and in
/// `data`, closed in everything that is drawn.
final class CellSchema {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final Rule SIDE = word("top", "right", "bottom", "left");

  private static final Rule BODY =
      closed(
          ofEntries(
              entry("fill", COLOUR_WORD),
              entry("stroke", COLOUR_WORD),
              entry("strokeWidth", number(0, NONE)),
              entry("strokeDasharray", DASHES),
              entry("rx", number(0, NONE)),
              entry("ry", number(0, NONE)),
              entry("lateral", NUMBER),
              entry("refWidth", NUMBER_OR_PERCENT),
              entry("refHeight", NUMBER_OR_PERCENT),
              entry("fillOpacity", number(0, 1))));

  private static final Rule TEXT =
      closed(
          ofEntries(
              entry("text", text(256)),
              entry("fontSize", number(1, NONE)),
              entry("fontFamily", FONT),
              entry("fill", COLOUR_WORD),
              entry("refX", NUMBER_OR_PERCENT),
              entry("refY", NUMBER_OR_PERCENT),
              entry("refX2", NUMBER_OR_PERCENT),
              entry("refY2", NUMBER_OR_PERCENT),
              entry("refDx", NUMBER),
              entry("refDy", NUMBER),
              entry("textAnchor", word("start", "middle", "end")),
              entry("textVerticalAnchor", word("top", "middle", "bottom"))));

  private static final Rule PORTS =
      closed(
          Map.of(
              "groups",
              mapOf(open(Map.of("position", SIDE, "attrs", OBJECT))),
              "items",
              list(
                  1000,
                  open(
                      Map.of("id", text(64), "group", text(32), "attrs", OBJECT), "id", "group"))));

  private static final Rule END = closed(Map.of("cell", ID, "port", orNull(text(64))), "cell");

  private static final Rule MARKER =
      closed(
          Map.of("name", word("classic", "block", "diamond", "circle"), "size", number(1, NONE)));

  private static final Rule LINE =
      closed(
          Map.of(
              "stroke", COLOUR_WORD,
              "strokeWidth", number(0, NONE),
              "strokeDasharray", DASHES,
              "sourceMarker", MARKER,
              "targetMarker", MARKER));

  private static final Rule POINT = closed(Map.of("x", NUMBER, "y", NUMBER), "x", "y");

  private static final Rule OPTIONS =
      closed(
          Map.of(
              "absoluteDistance", BOOLEAN,
              "reverseDistance", BOOLEAN,
              "absoluteOffset", BOOLEAN,
              "keepGradient", BOOLEAN,
              "ensureLegibility", BOOLEAN));

  private static final Rule LABEL_PLACE =
      either(
          NUMBER,
          closed(
              Map.of(
                  "distance", NUMBER,
                  "offset", either(NUMBER, closed(Map.of("x", NUMBER, "y", NUMBER))),
                  "angle", NUMBER,
                  "options", OPTIONS),
              "distance"));

  private static final Rule LABEL_TEXT =
      closed(
          Map.of(
              "text",
              text(256),
              "fontSize",
              number(1, NONE),
              "fill",
              COLOUR_WORD,
              "fontFamily",
              FONT));

  private static final Rule LABEL =
      closed(Map.of("attrs", closed(Map.of("text", LABEL_TEXT)), "position", LABEL_PLACE));

  private static final Rule DATA =
      open(
          Map.of(
              "_metadata",
              list(100, MetadataRule.PAIR),
              "data_assets",
              distinct(list(100, ID)),
              "security_boundary",
              BOOLEAN));

  /// A node, flat; what is absent is not missed here.
  static final Rule NODE =
      open(
          ofEntries(
              entry("x", NUMBER),
              entry("y", NUMBER),
              entry("width", number(Limits.MIN_WIDTH, NONE)),
              entry("height", number(Limits.MIN_HEIGHT, NONE)),
              entry("angle", NUMBER),
              entry("attrs", closed(Map.of("body", BODY, "text", TEXT))),
              entry("ports", PORTS),
              entry("parent", orNull(ID)),
              entry("children", list(1000, ID)),
              entry("data", DATA)));

  /// A flow; what is absent is not missed here.
  static final Rule EDGE =
      open(
          Map.of(
              "source",
              END,
              "target",
              END,
              "attrs",
              closed(Map.of("line", LINE)),
              "labels",
              list(1000, LABEL),
              "vertices",
              list(1000, POINT),
              "router",
              route("normal", "orth", "one_side", "manhattan", "metro", "er"),
              "connector",
              route("normal", "rounded", "smooth", "jumpover"),
              "defaultLabel",
              LABEL,
              "data",
              DATA));

  private CellSchema() {}

  private static Rule route(String... names) {
    return either(word(names), closed(Map.of("name", word(names), "args", OBJECT), "name"));
  }
}
