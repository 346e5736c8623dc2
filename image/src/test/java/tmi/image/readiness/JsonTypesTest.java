package tmi.image.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTypesTest {

  record Tree(@JsonProperty("branch_list") List<Optional<Branch[]>> branches) {}

  record Branch(Map<String, Bird> birds, Colour colour) {}

  enum Colour {
    GREEN
  }

  sealed interface Bird {
    record Owl() implements Bird {}

    record Finch() implements Bird {}
  }

  @Test
  void everythingBelowAFieldAndEveryMemberOfAFamilyIsReached() {
    assertThat(JsonTypes.reachedFrom(JsonRoots.of(Tree.class).stream()))
        .containsExactlyInAnyOrder(
            Tree.class.getName(),
            Branch.class.getName(),
            Colour.class.getName(),
            Bird.Owl.class.getName(),
            Bird.Finch.class.getName());
  }

  @Test
  void whatSaysNothingOfJsonIsNoBeginning() {
    assertThat(JsonRoots.of(Branch.class)).isEmpty();
  }
}
