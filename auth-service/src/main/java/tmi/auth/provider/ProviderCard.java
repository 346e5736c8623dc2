package tmi.auth.provider;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;

/// A provider as the sign-in page shows it.
@RegisterForReflection
public record ProviderCard(
    @NotNull String id,
    @NotNull String name,
    @NotNull String icon,
    @NotNull String authUrl,
    @NotNull String tokenUrl,
    @NotNull String redirectUri,
    @NotNull String clientId) {

  /// The card of a provider of this installation, whose public address is `base`.
  static ProviderCard of(String base, String id, String name, String icon, String clientId) {
    return new ProviderCard(
        id,
        name,
        icon,
        base + "/oauth2/authorize?idp=" + id,
        base + "/oauth2/token?idp=" + id,
        base + "/oauth2/callback",
        clientId);
  }
}
