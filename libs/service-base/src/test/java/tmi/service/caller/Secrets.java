package tmi.service.caller;

import java.util.Optional;

/// Settings of HS256.
public record Secrets(
    Optional<String> secret, Optional<String> previousSecret, Optional<String> previousSecretUntil)
    implements TokenConfig {

  public static Secrets of(String secret, String previous, String until) {
    return new Secrets(
        Optional.ofNullable(secret), Optional.ofNullable(previous), Optional.ofNullable(until));
  }

  @Override
  public String issuer() {
    return "https://tmi.example.com";
  }

  @Override
  public Optional<String> signingMethod() {
    return Optional.of("HS256");
  }
}
