package tmi.image;

import org.junit.jupiter.api.Test;
import tmi.testkit.house.HouseRules;

class HouseTest {
  @Test
  void theHouseIsInOrder() {
    HouseRules.of("tmi.image").ofATool().check();
  }
}
