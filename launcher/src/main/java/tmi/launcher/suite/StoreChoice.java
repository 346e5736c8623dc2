package tmi.launcher.suite;

import java.util.Map;
import tmi.launcher.Refusal;

/// Which stores are the operator's own. Empty variables count as unset.
public record StoreChoice(Map<String, String> environment) {

  public boolean embedsPostgres() {
    return text("DB_HOST", "").isEmpty();
  }

  public boolean embedsRedis() {
    return text("REDIS_HOST", "").isEmpty();
  }

  public String text(String name, String otherwise) {
    var value = environment.get(name);
    return value == null || value.isBlank() ? otherwise : value;
  }

  public int number(String name, int otherwise) {
    var value = text(name, "" + otherwise);
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new Refusal("%s is %s, which is not a number: correct it.".formatted(name, value), e);
    }
  }
}
