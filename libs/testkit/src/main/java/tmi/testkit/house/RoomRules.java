package tmi.testkit.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// Rooms and what their names promise.
final class RoomRules {

  private RoomRules() {}

  static List<ArchRule> of(String root) {
    return List.of(
        slices().matching(root + ".(*)..").should().beFreeOfCycles(),
        classes()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .haveSimpleNameEndingWith("Entity"),
        noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Manager|Helper|Impl|Common|Base)")
            .because("a class is named by what it does"),
        noClasses()
            .should()
            .resideInAnyPackage(
                "..util..", "..utils..", "..common..", "..manager..", "..helper..", "..impl..")
            .because("a room is named by the noun it serves"));
  }
}
