package tmi.service.filter;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tmi.kernel.problem.Problem;

/// What a client takes in answer (rest-behaviour section 3.4). The framework never sees what it
/// cannot parse: a blank header is none, and an entry that is no media type is passed over.
final class AcceptRules {
  private static final List<String> ACCEPTED =
      List.of("application/json", "*/*", "application/*", "text/event-stream");

  private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";

  /// A media range, parameters with plain values, and a weight as RFC 9110 writes it.
  private static final Pattern ENTRY =
      Pattern.compile(
          TOKEN
              + "/"
              + TOKEN
              + "(\\s*;\\s*(?!q=)"
              + TOKEN
              + "=("
              + TOKEN
              + "|\"[^\"\\\\]*\"))*"
              + "(\\s*;\\s*q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?))?",
          Pattern.CASE_INSENSITIVE);

  private AcceptRules() {}

  /// Checks the header and leaves of it what the operation may read: well-formed entries where it
  /// negotiates by itself, nothing elsewhere. [Problem] 406 when nothing offered is accepted.
  static void settle(MultiMap headers, boolean negotiatesItself) {
    String sent = String.join(",", headers.getAll("Accept"));
    if (sent.isBlank()) {
      headers.remove("Accept");
      return;
    }
    String wellFormed = wellFormed(sent);
    if (negotiatesItself ? wellFormed.isEmpty() : allowsNoJson(sent)) {
      throw new Problem(406, "not_acceptable", "Accept must allow application/json");
    }
    if (negotiatesItself) {
      headers.set("Accept", wellFormed);
    } else {
      headers.remove("Accept");
    }
  }

  private static boolean allowsNoJson(String accept) {
    String lower = accept.toLowerCase(Locale.ROOT);
    return ACCEPTED.stream().noneMatch(lower::contains);
  }

  private static String wellFormed(String accept) {
    return Stream.of(accept.split(","))
        .map(String::strip)
        .filter(entry -> ENTRY.matcher(entry).matches())
        .collect(Collectors.joining(","));
  }
}
