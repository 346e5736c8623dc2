package tmi.auth.provider;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A SAML provider as the sign-in page shows it.
@RegisterForReflection
@Schema(name = "SAMLProviderInfo")
public record SamlProviderCard(
    @NotNull String id,
    @NotNull String name,
    @NotNull String icon,
    @NotNull String authUrl,
    @NotNull String metadataUrl,
    @NotNull String entityId,
    @NotNull String acsUrl,
    String sloUrl,
    @NotNull boolean initialized) {}
