package tmi.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tmi.launcher.Refusal;
import tmi.launcher.service.ServiceName;
import tmi.launcher.suite.Plan;

class ArgumentsTest {

  @Test
  void upWithoutWordsTakesTheDefaultPortAndOneOfEach() {
    assertThat(parse("up")).isEqualTo(new Up(new Plan(8080, Map.of()), false, false));
  }

  @ParameterizedTest
  @CsvSource({"SERVER_PORT,9002", "TMI_SERVER_PORT,9003"})
  void portComesFromEveryNameThatDeploymentsUse(String variable, int port) {
    var order = Arguments.parse(List.of("up"), Map.of("PORT", "9001", variable, "" + port));

    assertThat(order).isEqualTo(new Up(new Plan(port, Map.of()), false, false));
  }

  @Test
  void emptyVariableCountsAsUnset() {
    assertThat(Arguments.parse(List.of("up"), Map.of("SERVER_PORT", "")))
        .isEqualTo(new Up(new Plan(8080, Map.of()), false, false));
  }

  @Test
  void upReadsAllItsFlags() {
    var order =
        parse("up", "--detach", "--port", "9000", "--replicas", "collab-service=2", "auth=3");

    assertThat(order)
        .isEqualTo(
            new Up(
                new Plan(9000, Map.of(ServiceName.COLLAB, 2, ServiceName.AUTH, 3)), true, false));
  }

  @Test
  void flagsMayCarryTheirValues() {
    assertThat(parse("up", "--port=9000", "--replicas=collab-service=2,webhook-service=4"))
        .isEqualTo(
            new Up(
                new Plan(9000, Map.of(ServiceName.COLLAB, 2, ServiceName.WEBHOOK, 4)),
                false,
                false));
  }

  @Test
  void logsTakesServiceAndFlagInAnyOrder() {
    assertThat(parse("logs", "-f", "auth-service")).isEqualTo(new Logs("auth-service", true));
    assertThat(parse("logs", "auth-service", "-f")).isEqualTo(new Logs("auth-service", true));
  }

  @Test
  void backupAndRestoreNameOneFile() {
    assertThat(parse("backup", "a.tmi")).isEqualTo(new Backup(Path.of("a.tmi")));
    assertThat(parse("restore", "a.tmi")).isEqualTo(new Restore(Path.of("a.tmi")));
  }

  @Test
  void nothingShowsTheHelp() {
    assertThat(parse()).isEqualTo(new Help());
  }

  @ParameterizedTest
  @CsvSource({
    "fly, 'There is no command fly: ./tmi help lists them.'",
    "up --port, '--port needs a value: ./tmi help shows how.'",
    "up --port many, 'many is no port: give a number from 1 to 65535.'",
    "up --port 70000, '70000 is no port: give a number from 1 to 65535.'",
    "up --fast, '--fast is not understood here: ./tmi help shows how.'",
    "up --replicas collab=0, '--replicas collab=0 is not understood: write collab-service=2, with a"
        + " service and 1 to 9.'",
    "up --replicas gateway=2, 'The gateway has one port here and so one replica: use the chart for"
        + " more.'",
    "backup, 'backup needs a value: ./tmi help shows how.'",
    "restore a.tmi b.tmi, 'b.tmi is not understood here: ./tmi help shows how.'",
    "down now, 'now is not understood here: ./tmi help shows how.'",
  })
  void wrongWordsAreAnsweredWithASentence(String line, String sentence) {
    assertThatThrownBy(() -> parse(line.split(" ")))
        .isInstanceOf(Refusal.class)
        .hasMessage(sentence);
  }

  private static Order parse(String... words) {
    return Arguments.parse(List.of(words), Map.of());
  }
}
