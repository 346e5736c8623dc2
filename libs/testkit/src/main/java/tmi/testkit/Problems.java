package tmi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.specification.ResponseSpecification;
import java.util.Map;
import java.util.Set;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;
import tmi.kernel.problem.Problem;

/// Assertions on refusals: the one error shape on the wire, and the exception that becomes it.
public final class Problems {

  private static final Set<String> MEMBERS =
      Set.of("error", "error_description", "error_uri", "details");

  private Problems() {}

  /// For REST Assured: `.then().spec(problem(404, "not_found"))`.
  public static ResponseSpecification problem(int status, String code) {
    return new ResponseSpecBuilder()
        .expectStatusCode(status)
        .expectContentType(ContentType.JSON)
        .expectBody("error", equalTo(code))
        .expectBody("error_description", is(not(emptyString())))
        .expectBody("$", onlyMembersOfTheShape())
        .build();
  }

  /// For a call that was to be refused.
  public static void assertProblem(Throwable thrown, int status, String code) {
    assertThat(thrown).isInstanceOf(Problem.class);
    var problem = (Problem) thrown;
    assertThat(problem.status() + " " + problem.code()).isEqualTo(status + " " + code);
  }

  private static TypeSafeMatcher<Map<String, ?>> onlyMembersOfTheShape() {
    return new TypeSafeMatcher<>() {
      @Override
      protected boolean matchesSafely(Map<String, ?> body) {
        return MEMBERS.containsAll(body.keySet());
      }

      @Override
      public void describeTo(Description description) {
        description.appendText("an error with no members but " + MEMBERS);
      }
    };
  }
}
