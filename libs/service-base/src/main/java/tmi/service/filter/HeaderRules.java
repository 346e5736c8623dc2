package tmi.service.filter;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tmi.kernel.problem.Problem;

/// What the headers of a request may look like (rest-behaviour sections 3.3 to 3.7).
final class HeaderRules {
  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS,
          HttpMethod.HEAD);
  private static final Set<HttpMethod> WITH_BODY =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
  private static final List<String> ONCE =
      List.of("Authorization", "Host", "Content-Type", "Content-Length");
  private static final List<String> ACCEPTED =
      List.of("application/json", "*/*", "application/*", "text/event-stream");

  private HeaderRules() {}

  static void checkAccept(MultiMap headers, boolean negotiatesItself) {
    String accept = String.join(",", headers.getAll("Accept")).toLowerCase(Locale.ROOT);
    if (!negotiatesItself && !accept.isBlank() && ACCEPTED.stream().noneMatch(accept::contains)) {
      throw new Problem(406, "not_acceptable", "Accept must allow application/json");
    }
  }

  static void checkMethod(HttpMethod method) {
    if (!METHODS.contains(method)) {
      throw new Problem(405, "method_not_allowed", "The method " + method + " is not known here");
    }
  }

  static void checkOnce(MultiMap headers) {
    for (String name : ONCE) {
      if (headers.getAll(name).size() > 1) {
        throw new Problem(400, "duplicate_header", "The header " + name + " was sent twice");
      }
    }
  }

  static void checkContentType(HttpMethod method, MultiMap headers) {
    if (WITH_BODY.contains(method) && hasBody(headers) && !headers.contains("Content-Type")) {
      throw Problem.invalidInput("A body needs a Content-Type");
    }
  }

  static boolean mayHaveBody(HttpMethod method) {
    return WITH_BODY.contains(method);
  }

  static boolean isJson(MultiMap headers) {
    String type = headers.get("Content-Type");
    return type != null
        && type.toLowerCase(Locale.ROOT).matches("application/([a-z.-]+\\+)?json\\b.*");
  }

  private static boolean hasBody(MultiMap headers) {
    String length = headers.get("Content-Length");
    return headers.contains("Transfer-Encoding") || (length != null && !length.equals("0"));
  }
}
