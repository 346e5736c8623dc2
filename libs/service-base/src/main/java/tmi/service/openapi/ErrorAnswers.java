package tmi.service.openapi;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/// Declares for each operation the refusals that the request chain can give it.
final class ErrorAnswers {
  private static final Set<HttpMethod> WRITES =
      EnumSet.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  private ErrorAnswers() {}

  static void addTo(OpenAPI document, PublicPaths open) {
    if (document.getPaths() == null) {
      return;
    }
    document
        .getPaths()
        .getPathItems()
        .forEach((path, item) ->
            item.getOperations()
                .forEach((method, operation) -> add(path, method, operation, open)));
  }

  private static void add(String path, HttpMethod method, Operation operation, PublicPaths open) {
    if (open.contains(path)) {
      operation.security(List.of());
    }
    boolean isPublic = operation.getSecurity() != null && operation.getSecurity().isEmpty();
    Set<ErrorAnswer> answers = EnumSet.allOf(ErrorAnswer.class);
    if (isPublic && !WRITES.contains(method)) { // a write may come from another site's page
      answers.removeAll(Set.of(ErrorAnswer.FORBIDDEN, ErrorAnswer.UNAUTHORIZED));
    }
    if (!path.contains("{")) {
      answers.remove(ErrorAnswer.NOT_FOUND);
    }
    if (!WRITES.contains(method)) {
      answers.removeAll(Set.of(ErrorAnswer.CONFLICT, ErrorAnswer.UNSUPPORTED_MEDIA_TYPE));
    }
    if (operation.getRequestBody() == null) {
      answers.remove(ErrorAnswer.PAYLOAD_TOO_LARGE);
    }
    if (operation.getResponses() == null) {
      operation.responses(OASFactory.createAPIResponses());
    }
    Map<String, ?> declared = operation.getResponses().getAPIResponses();
    for (ErrorAnswer answer : answers) {
      if (declared == null || !declared.containsKey(answer.status())) {
        operation
            .getResponses()
            .addAPIResponse(
                answer.status(), OASFactory.createAPIResponse().ref(answer.component()));
      }
    }
  }
}
