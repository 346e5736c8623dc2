package tmi.auth.provider;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/// The providers one can sign in with by OAuth.
@RegisterForReflection
public record ProviderList(@NotNull List<ProviderCard> providers) {}
