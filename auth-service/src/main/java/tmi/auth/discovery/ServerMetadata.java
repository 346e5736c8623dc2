package tmi.auth.discovery;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/// RFC 8414.
@RegisterForReflection
public record ServerMetadata(
    @NotNull String issuer,
    @NotNull String authorizationEndpoint,
    @NotNull String tokenEndpoint,
    String introspectionEndpoint,
    @NotNull List<String> responseTypesSupported,
    List<String> grantTypesSupported,
    List<String> tokenEndpointAuthMethodsSupported,
    List<String> codeChallengeMethodsSupported,
    String jwksUri,
    String revocationEndpoint,
    List<String> scopesSupported,
    Boolean authorizationResponseIssParameterSupported) {}
