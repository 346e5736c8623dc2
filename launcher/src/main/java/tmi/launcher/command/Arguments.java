package tmi.launcher.command;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tmi.launcher.Refusal;
import tmi.launcher.service.ServiceName;
import tmi.launcher.suite.Plan;
import tmi.launcher.suite.StoreChoice;

/// Reads the command line.
public final class Arguments {

  private static final int DEFAULT_PORT = 8080;
  private static final int MAX_REPLICAS = 9;

  private Arguments() {}

  public static Order parse(String[] words) {
    return parse(List.of(words), System.getenv());
  }

  static Order parse(List<String> words, Map<String, String> environment) {
    var rest = new ArrayDeque<>(words);
    var command = rest.isEmpty() ? "help" : rest.pop();
    return switch (command) {
      case "up" -> up(rest, environment);
      case "down" -> nothingMore(rest, new Down());
      case "status" -> new Status(flag(rest, "--json"));
      case "logs" -> logs(rest);
      case "backup" -> nothingMore(rest, new Backup(file(command, rest)));
      case "restore" -> nothingMore(rest, new Restore(file(command, rest)));
      case "test" -> nothingMore(rest, new Test());
      case "demo" -> demo(rest);
      case "help", "--help", "-h" -> new Help();
      default ->
          throw new Refusal("There is no command %s: ./tmi help lists them.".formatted(command));
    };
  }

  private static Up up(Deque<String> rest, Map<String, String> environment) {
    var port = portOf(environment);
    var detach = false;
    var supervising = false;
    var replicas = new EnumMap<ServiceName, Integer>(ServiceName.class);
    while (!rest.isEmpty()) {
      var word = rest.pop();
      switch (word) {
        case "--detach", "-d" -> detach = true;
        case Up.SUPERVISING -> supervising = true;
        case "--port" -> port = port(value(word, rest));
        case "--replicas" -> addReplicas(value(word, rest), replicas);
        default -> {
          if (word.startsWith("--port=")) {
            port = port(word.substring("--port=".length()));
          } else if (word.startsWith("--replicas=")) {
            addReplicas(word.substring("--replicas=".length()), replicas);
          } else if (word.contains("=") && !replicas.isEmpty()) {
            addReplicas(word, replicas); // --replicas a=2 b=2
          } else {
            throw unknown(word);
          }
        }
      }
    }
    return new Up(new Plan(port, replicas), detach, supervising);
  }

  /// The names of three generations of deployments (contract, configuration section 2).
  private static int portOf(Map<String, String> environment) {
    var choice = new StoreChoice(environment);
    return choice.number(
        "TMI_SERVER_PORT", choice.number("SERVER_PORT", choice.number("PORT", DEFAULT_PORT)));
  }

  private static int port(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
      throw new Refusal("%s is no port: give a number from 1 to 65535.".formatted(text));
    }
    return Integer.parseInt(text);
  }

  private static void addReplicas(String text, Map<ServiceName, Integer> replicas) {
    for (var pair : text.split(",")) {
      var halves = pair.split("=", 2);
      var service = ServiceName.of(halves[0]);
      if (halves.length != 2
          || service.isEmpty()
          || !halves[1].matches("[1-" + MAX_REPLICAS + "]")) {
        throw new Refusal(
            "--replicas %s is not understood: write collab-service=2, with a service and 1 to %d."
                .formatted(pair, MAX_REPLICAS));
      }
      if (service.get() == ServiceName.GATEWAY && !halves[1].equals("1")) {
        throw new Refusal(
            "The gateway has one port here and so one replica: use the chart for more.");
      }
      replicas.put(service.get(), Integer.parseInt(halves[1]));
    }
  }

  private static Demo demo(Deque<String> rest) {
    var person = rest.isEmpty() ? Demo.PERSON : rest.pop();
    return nothingMore(rest, new Demo(person));
  }

  private static Path file(String command, Deque<String> rest) {
    return Path.of(value(command, rest));
  }

  private static Logs logs(Deque<String> rest) {
    var follow = rest.remove("-f") | rest.remove("--follow");
    var part = rest.isEmpty() ? "" : rest.pop();
    return nothingMore(rest, new Logs(part, follow));
  }

  private static boolean flag(Deque<String> rest, String flag) {
    var given = rest.remove(flag);
    return nothingMore(rest, given);
  }

  private static String value(String word, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new Refusal("%s needs a value: ./tmi help shows how.".formatted(word));
    }
    return rest.pop();
  }

  private static <T> T nothingMore(Deque<String> rest, T order) {
    if (!rest.isEmpty()) {
      throw unknown(rest.peek());
    }
    return order;
  }

  private static Refusal unknown(String word) {
    return new Refusal("%s is not understood here: ./tmi help shows how.".formatted(word));
  }
}
