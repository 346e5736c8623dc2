package tmi.bench.fuzz;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// JSON Patch documents: ordinary ones, tokens that are no index, moves into themselves, bombs.
final class PatchText {
  private static final List<String> FIELDS =
      List.of(
          "name",
          "description",
          "metadata",
          "authorization",
          "cells",
          "owner",
          "status",
          "id",
          "threat_type",
          "cwe_id",
          "score",
          "priority",
          "mitigated",
          "created_at",
          "alias",
          "type",
          "security_reviewer",
          "is_confidential",
          "diagram_id",
          "issue_uri",
          "nothing",
          "",
          "~",
          "~2",
          "~0~1",
          "\u00e4",
          "image",
          "update_vector",
          "severity",
          "include_in_report");

  private static final List<String> ARRAYS =
      List.of("metadata", "authorization", "cells", "cwe_id", "threat_type");

  private static final List<String> TOKENS =
      List.of(
          "-",
          "0",
          "1",
          "x",
          "-1",
          "01",
          "1e1",
          " ",
          "999999999999",
          "--",
          "+1",
          "0x0",
          "1.0",
          "\u0663",
          "",
          "~",
          "00",
          "2147483648",
          "key",
          "value",
          "role",
          "position",
          "data");

  private static final List<String> VALUES =
      List.of(
          "\"v\"",
          "{\"key\":\"a\",\"value\":\"b\"}",
          "[{\"key\":\"a\",\"value\":\"b\"}]",
          "[]",
          "\"approved\"",
          "true",
          "3.1",
          "[\"CWE-79\"]",
          "{\"principal_type\":\"user\",\"provider\":\"tmi\",\"provider_id\":\"bo\",\"role\":\"reader\"}");

  private static final List<String> VERBS =
      List.of("add", "replace", "remove", "move", "copy", "test", "ADD", "", "spill");

  private static final String BOMB =
      """
      {"op":"add","path":"/%1$s","value":[{"key":"a","value":"b"}]},%2$s\
      """;

  private final Dice dice;

  PatchText(Dice dice) {
    this.dice = dice;
  }

  String document() {
    return switch (dice.below(40)) {
      case 0 -> bomb(dice.of(List.of("metadata", "cells", "authorization")));
      case 1 -> many(1_001);
      case 2 -> many(400);
      case 3 -> "[{\"op\":\"move\",\"from\":\"/metadata\",\"path\":\"/metadata/0\"}]";
      case 4 -> "[{\"op\":\"copy\",\"from\":\"\",\"path\":\"/metadata\"}]";
      case 5 -> "{\"op\":\"add\"}";
      default -> ordinary();
    };
  }

  private String ordinary() {
    return IntStream.rangeClosed(0, dice.below(4))
        .mapToObj(i -> operation())
        .collect(Collectors.joining(",", "[", "]"));
  }

  private String operation() {
    if (dice.chance(0.05)) {
      return dice.of(Hostile.VALUES);
    }
    String verb = dice.chance(0.9) ? VERBS.get(dice.below(6)) : dice.of(VERBS);
    String from = dice.chance(0.8) ? path() : "/" + dice.of(Hostile.TEXTS);
    String value = dice.chance(0.7) ? dice.of(VALUES) : dice.of(Hostile.VALUES);
    String own =
        switch (verb) {
          case "move", "copy" -> ",\"from\":\"" + from + "\"";
          case "remove" -> "";
          default -> ",\"value\":" + value;
        };
    return "{\"op\":\"" + verb + "\",\"path\":\"" + path() + "\"" + own + "}";
  }

  private String path() {
    StringBuilder path = new StringBuilder("/" + dice.of(dice.chance(0.5) ? ARRAYS : FIELDS));
    for (int depth = dice.below(3); depth > 0; depth--) {
      path.append('/').append(dice.of(TOKENS));
    }
    return path.toString();
  }

  private static String bomb(String field) {
    String copy = "{\"op\":\"copy\",\"from\":\"/%1$s\",\"path\":\"/%1$s/-\"}".formatted(field);
    String copies = String.join(",", java.util.Collections.nCopies(30, copy));
    return "[" + BOMB.formatted(field, copies).strip() + "]";
  }

  private static String many(int count) {
    String one = "{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"n\"}";
    return "[" + String.join(",", java.util.Collections.nCopies(count, one)) + "]";
  }
}
