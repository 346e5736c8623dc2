package tmi.service.filter;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
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
  private static final int MAX_HEADERS = 32 * 1024;

  private HeaderRules() {}

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

  /// The server's own limit is higher, so that this one answers in our shape.
  static void checkSize(MultiMap headers) {
    long size = 0;
    for (Map.Entry<String, String> header : headers) {
      size += header.getKey().length() + header.getValue().length();
    }
    if (size > MAX_HEADERS) {
      throw new Problem(
          431, "headers_too_large", "Headers may have at most " + MAX_HEADERS + " bytes in all");
    }
  }

  /// A body names its type; 415 when no operation reads that type. A type without a body says
  /// nothing and is taken away, so that nobody has to parse it.
  static void settleContentType(HttpMethod method, MultiMap headers, boolean raw) {
    if (!mayHaveBody(method) || !hasBody(headers)) {
      if (!mayHaveBody(method) || BodyKind.of(headers) == BodyKind.UNNAMED) {
        headers.remove("Content-Type");
      }
      return;
    }
    switch (BodyKind.of(headers)) {
      case UNNAMED -> throw Problem.invalidInput("A body needs a Content-Type");
      case OTHER -> {
        if (!raw) {
          throw new Problem(415, "unsupported_media_type", "This address does not take that type");
        }
      }
      case JSON, FORM -> {}
    }
  }

  /// The declared length of the body; -1 for none.
  static long length(MultiMap headers) {
    String length = headers.get("Content-Length");
    if (length == null) {
      return -1;
    }
    if (!length.matches("[0-9]{1,18}")) {
      throw Problem.invalidInput("Content-Length must be a number of bytes");
    }
    return Long.parseLong(length);
  }

  static boolean mayHaveBody(HttpMethod method) {
    return WITH_BODY.contains(method);
  }

  private static boolean hasBody(MultiMap headers) {
    return headers.contains("Transfer-Encoding") || length(headers) > 0;
  }
}
