package tmi.service.openapi;

import java.util.List;

/// The refusals that any operation may answer, by status.
enum ErrorAnswer {
  BAD_REQUEST(400, "BadRequest", "Bad Request"),
  UNAUTHORIZED(401, "Unauthorized", "Unauthorized", "WWW-Authenticate"),
  FORBIDDEN(403, "Forbidden", "Forbidden"),
  NOT_FOUND(404, "NotFound", "Not Found"),
  METHOD_NOT_ALLOWED(405, "MethodNotAllowed", "Method Not Allowed", "Allow"),
  NOT_ACCEPTABLE(406, "NotAcceptable", "Not Acceptable"),
  CONFLICT(409, "Conflict", "Conflict"),
  PAYLOAD_TOO_LARGE(413, "PayloadTooLarge", "Payload Too Large"),
  URI_TOO_LONG(414, "UriTooLong", "URI Too Long"),
  UNSUPPORTED_MEDIA_TYPE(415, "UnsupportedMediaType", "Unsupported Media Type"),
  TOO_MANY_REQUESTS(
      429,
      "TooManyRequests",
      "Too Many Requests",
      "Retry-After",
      "X-RateLimit-Limit",
      "X-RateLimit-Remaining",
      "X-RateLimit-Reset"),
  HEADERS_TOO_LARGE(431, "HeadersTooLarge", "Request Header Fields Too Large"),
  SERVER_ERROR(500, "InternalServerError", "Internal Server Error"),
  UNAVAILABLE(503, "ServiceUnavailable", "Service Unavailable", "Retry-After");

  private final String status;
  private final String component;
  private final String phrase;
  private final List<String> headers;

  ErrorAnswer(int status, String component, String phrase, String... headers) {
    this.status = String.valueOf(status);
    this.component = component;
    this.phrase = phrase;
    this.headers = List.of(headers);
  }

  String status() {
    return status;
  }

  String component() {
    return component;
  }

  String phrase() {
    return phrase;
  }

  List<String> headers() {
    return headers;
  }
}
