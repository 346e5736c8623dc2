package tmi.bench.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import tmi.bench.wire.Door;
import tmi.bench.wire.Request;

/// The requests of a fuzz, by several workers at once.
public final class Fuzz {
  private static final int WORKERS = 6;
  private static final String FIRST = "0";
  private static final int REQUESTS_A_FRAME = 25;
  private static final int STEP = 5_000;
  private final Door door;
  private final Findings findings = new Findings();
  private final Tally tally = new Tally();
  private final Consumer<String> say;

  /// @param say told of progress
  public Fuzz(Door door, Consumer<String> say) {
    this.door = door;
    this.say = say;
  }

  /// Sends `requests` of them; two runs with one seed ask the same of the same objects.
  public void run(int requests, long seed) {
    JsonNode root = door.ask(Request.of("GET", "/openapi.json")).must(200);
    ApiDocument document = new ApiDocument(root);
    try (ExecutorService threads = Executors.newFixedThreadPool(WORKERS + 1)) {
      List<Future<?>> working = new ArrayList<>();
      for (int i = 0; i < WORKERS; i++) {
        Dice dice = new Dice(seed * WORKERS + i);
        String name = Integer.toString(i);
        working.add(threads.submit(() -> work(document, requests / WORKERS, dice, name)));
      }
      working.add(threads.submit(() -> talk(requests / REQUESTS_A_FRAME, new Dice(~seed))));
      working.forEach(Fuzz::await);
    }
  }

  public Findings findings() {
    return findings;
  }

  /// How many answers of each status came.
  public String statuses() {
    return tally.toString();
  }

  /// Answers that said the suite was too busy (503 with Retry-After).
  public long overloads() {
    return tally.count(503);
  }

  private void work(ApiDocument document, int requests, Dice dice, String name) {
    try (RestFuzz worker = new RestFuzz(door, document, findings, tally, dice, name)) {
      if (name.equals(FIRST)) {
        worker.everyBrokenHead();
      }
      for (int i = 1; i <= requests; i++) {
        worker.one();
        if (name.equals(FIRST) && i % (STEP / WORKERS) == 0) {
          say.accept("about %,d requests: %s".formatted(i * WORKERS, tally));
        }
      }
    }
  }

  private void talk(int frames, Dice dice) {
    new SocketFuzz(door, findings, dice).run(frames, "socket");
  }

  private static void await(Future<?> one) {
    try {
      one.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the fuzz itself failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
