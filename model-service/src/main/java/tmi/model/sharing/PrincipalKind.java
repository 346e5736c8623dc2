package tmi.model.sharing;

import java.util.Optional;
import tmi.kernel.text.Spelling;

/// What an access entry may name.
public enum PrincipalKind {
  USER,
  GROUP;

  /// The word of the contract and of the database.
  public String word() {
    return this == USER ? "user" : "group";
  }

  static Optional<PrincipalKind> ofWord(String word) {
    return switch (Spelling.snake(word == null ? "" : word)) {
      case "user" -> Optional.of(USER);
      case "group" -> Optional.of(GROUP);
      default -> Optional.empty();
    };
  }
}
