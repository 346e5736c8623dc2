package tmi.auth.discovery;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/// OpenID Connect Discovery.
@RegisterForReflection
public record OpenIdConfiguration(
    @NotNull String issuer,
    @NotNull String authorizationEndpoint,
    @NotNull String tokenEndpoint,
    String userinfoEndpoint,
    @NotNull String jwksUri,
    @NotNull List<String> responseTypesSupported,
    @NotNull List<String> subjectTypesSupported,
    @NotNull List<String> idTokenSigningAlgValuesSupported,
    List<String> scopesSupported,
    List<String> claimsSupported,
    String introspectionEndpoint,
    List<String> codeChallengeMethodsSupported,
    List<String> grantTypesSupported,
    String revocationEndpoint,
    List<String> tokenEndpointAuthMethodsSupported,
    Boolean authorizationResponseIssParameterSupported) {}
