package tmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expand in one release, contract in a later one; what was given out is never changed.
class ReleaseScriptsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          create table a.b (c int);                      | EXPANDS
          alter table a.b add column d text;             | EXPANDS
          -- drop column c comes later                   | EXPANDS
          alter table a.b drop column c;                 | CONTRACTS
          drop view a.v;                                 | CONTRACTS
          alter table a.b rename column c to d;          | CONTRACTS
          alter table a.b alter column c type bigint;    | CONTRACTS
          create view a.w as select 1; drop view a.v;    | BOTH
          """)
  void aScriptIsKnownByWhatItDoesToTheReleaseBefore(String sql, Script kind) {
    assertThat(Script.of(sql)).isEqualTo(kind);
  }

  @Test
  void scriptsThatWereGivenOutAreAsTheyWere() {
    assertThat(sinceTheReleaseBefore()).allMatch(change -> change.startsWith("A"));
  }

  @Test
  void noReleaseExpandsAndContractsASchemaAtOnce() {
    var kinds =
        sinceTheReleaseBefore().stream()
            .map(change -> Suite.root().resolve(change.substring(1).strip()))
            .collect(
                Collectors.groupingBy(
                    script -> script.getParent().getFileName().toString(),
                    Collectors.mapping(ReleaseScriptsTest::kind, Collectors.toSet())));

    assertThat(kinds.values()).allMatch(kind -> kind.size() == 1 && !kind.contains(Script.BOTH));
  }

  private static List<String> sinceTheReleaseBefore() {
    Optional<Release> previous = Release.previous(Suite.root());
    assumeTrue(previous.isPresent(), "there is no release before this one yet");
    return previous.orElseThrow().changedScripts();
  }

  private static Script kind(Path script) {
    try {
      return Script.of(Files.readString(script));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
