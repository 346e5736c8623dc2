package tmi.collab.protocol;

/// A person as the others are shown one.
public record User(
    String principalType, String provider, String providerId, String email, String displayName) {

  /// A person of a provider; the display name falls back to the e-mail, then to the id.
  public static User of(String provider, String providerId, String email, String name) {
    String address = email == null ? "" : email;
    String shown = name == null || name.isBlank() ? address : name;
    return new User("user", provider, providerId, address, shown.isEmpty() ? providerId : shown);
  }

  /// The same person without e-mail: the existing client throws away events that carry its own
  /// e-mail, so this is how a person's other windows come to apply them (PROTOCOL.md O5).
  public User withoutEmail() {
    return new User(principalType, provider, providerId, "", displayName);
  }
}
