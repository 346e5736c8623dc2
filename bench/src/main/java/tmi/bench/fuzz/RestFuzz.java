package tmi.bench.fuzz;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import tmi.bench.wire.Answer;
import tmi.bench.wire.Door;
import tmi.bench.wire.Request;
import tmi.bench.wire.Wire;
import tmi.testkit.contract.Contract;

/// One worker: its own connection, its own living objects, its own chance.
final class RestFuzz implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final int REBUILT_AFTER = 400;
  private static final double BROKEN_HEADS = 0.02;
  private final Door door;
  private final ApiDocument document;
  private final List<Operation> operations;
  private final Contract contract;
  private final Judge judge = new Judge();
  private final Findings findings;
  private final Tally tally;
  private final Dice dice;
  private final String name;
  private Place place;
  private int age;
  private Wire wire;

  RestFuzz(
      Door door, ApiDocument document, Findings findings, Tally tally, Dice dice, String name) {
    this.door = door;
    this.document = document;
    this.operations = weighted(document.operations());
    this.contract = Contract.of(document.root());
    this.findings = findings;
    this.tally = tally;
    this.dice = dice;
    this.name = name;
  }

  void one() {
    if ((place == null || age++ > REBUILT_AFTER) && !isRebuilt()) {
      return;
    }
    Dice own = new Dice(dice.seed());
    if (own.chance(BROKEN_HEADS)) {
      brokenHead(own.of(BrokenHeads.ALL));
      return;
    }
    Trial trial = new TrialMaker(document, place, own).trial(own.of(operations));
    Request request = trial.request();
    Answer answer;
    try {
      answer = ask(request);
    } catch (IOException e) {
      close();
      findings.add("no answer: " + trial.operation().name(), request.curl(door), String.valueOf(e));
      return;
    }
    judge(trial, answer);
  }

  void everyBrokenHead() {
    BrokenHeads.ALL.forEach(this::brokenHead);
  }

  /// Ordinary requests of ordinary people must always work.
  private boolean isRebuilt() {
    try {
      place = Place.make(door, name);
      age = 0;
      return true;
    } catch (IllegalStateException | UncheckedIOException e) {
      findings.add("ordinary people cannot work", "sign in, make a threat model", e.getMessage());
      return false;
    }
  }

  private void judge(Trial trial, Answer answer) {
    tally.note(answer.status());
    Request request = trial.request();
    List<String> faults = judge.faults(request.method(), answer);
    if (trial.plain()) {
      String path = request.target();
      faults.addAll(undeclared(contract.problems(request.method(), path, answer.status(), null)));
    }
    for (String fault : faults) {
      findings.add(
          fault + " (" + answer.status() + "): " + trial.operation().name(),
          request.curl(door),
          shortened(answer.text()));
    }
    boolean deleted = request.method().equals("DELETE") && answer.status() < 300;
    if (deleted && !request.target().contains("metadata")) {
      place = null; // what was deleted was perhaps what all others need
    }
  }

  /// What takes a document reaches deeper than what takes none.
  private static List<Operation> weighted(List<Operation> operations) {
    return operations.stream()
        .flatMap(one -> Collections.nCopies(one.weight(), one).stream())
        .toList();
  }

  /// Only whether the status is declared: bodies are the contract tests' business.
  private static List<String> undeclared(List<String> problems) {
    return problems.stream().anyMatch(problem -> problem.startsWith("status is not declared"))
        ? List.of("status is not declared")
        : List.of();
  }

  /// No answer is an answer here, as long as the connection ends and does not hang.
  private void brokenHead(String head) {
    byte[] bytes = head.replace("@", door.authority()).getBytes(StandardCharsets.ISO_8859_1);
    String example = "broken head, as Java text: " + escaped(head);
    try (Wire own = door.open(Duration.ofSeconds(20))) {
      Answer answer = own.ask(bytes, "GET");
      tally.note(answer.status());
      for (String fault : judge.faults("GET", answer)) {
        findings.add(fault + " (" + answer.status() + "): broken head", example, answer.text());
      }
    } catch (EOFException | SocketException closed) {
      tally.note(0);
    } catch (IOException e) {
      findings.add("no answer: broken head", example, String.valueOf(e));
    }
  }

  /// A connection that the gateway ended in between is replaced; that is no finding.
  private Answer ask(Request request) throws IOException {
    byte[] bytes = request.bytes(door);
    if (wire != null) {
      try {
        return kept(wire.ask(bytes, request.method()));
      } catch (EOFException | SocketException ended) {
        close();
      }
    }
    wire = door.open(PATIENCE);
    return kept(wire.ask(bytes, request.method()));
  }

  private Answer kept(Answer answer) {
    if (answer.header("Connection").equalsIgnoreCase("close") || answer.status() == 101) {
      close();
    }
    return answer;
  }

  private static String escaped(String head) {
    return shortened(head).replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0");
  }

  private static String shortened(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300) + "...";
  }

  @Override
  public void close() {
    try {
      if (wire != null) {
        wire.close();
      }
      wire = null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
