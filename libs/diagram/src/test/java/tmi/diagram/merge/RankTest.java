package tmi.diagram.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankTest {

  @Test
  void tenThousandAppendedRanksRiseAndStayShort() {
    String rank = "";
    for (int i = 0; i < 10_000; i++) {
      String next = Rank.after(rank);
      assertThat(next).isGreaterThan(rank);
      rank = next;
    }
    assertThat(rank.length()).isLessThanOrEqualTo(4);
  }

  @Test
  void tenThousandPrependedRanksFallAndStayShort() {
    String rank = Rank.after("");
    for (int i = 0; i < 10_000; i++) {
      String next = Rank.between("", rank);
      assertThat(next).isLessThan(rank);
      rank = next;
    }
    assertThat(rank.length()).isLessThanOrEqualTo(4);
  }

  @Test
  void thereIsAlwaysOneBetweenTwo() {
    Random random = new Random(7);
    List<String> ranks = new ArrayList<>(List.of(Rank.after("")));
    for (int i = 0; i < 5_000; i++) {
      int at = random.nextInt(ranks.size() + 1);
      String low = at == 0 ? "" : ranks.get(at - 1);
      String high = at == ranks.size() ? "" : ranks.get(at);
      ranks.add(at, Rank.between(low, high));
    }
    assertThat(ranks).isSorted().doesNotHaveDuplicates();
    assertThat(ranks.stream().mapToInt(String::length).max().orElseThrow()).isLessThan(40);
  }

  @Test
  void manyBetweenTwoAreSpread() {
    List<String> ranks = Rank.between("a0", "a1", 1_000);

    assertThat(ranks).hasSize(1_000).isSorted().doesNotHaveDuplicates();
    assertThat(ranks.getFirst()).isGreaterThan("a0");
    assertThat(ranks.getLast()).isLessThan("a1");
    assertThat(ranks.stream().mapToInt(String::length).max().orElseThrow()).isLessThan(12);
  }
}
