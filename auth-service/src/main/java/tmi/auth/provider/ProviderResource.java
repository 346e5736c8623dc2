package tmi.auth.provider;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tmi.service.caller.TokenConfig;

/// What the sign-in page offers.
@Path("/oauth2/providers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
public class ProviderResource {
  private final BuiltInProvider builtIn;
  private final String base;

  ProviderResource(BuiltInProvider builtIn, TokenConfig config) {
    this.builtIn = builtIn;
    this.base = config.issuer();
  }

  /// The OAuth providers that are on, in order of their ids.
  @GET
  @Operation(operationId = "getAuthProviders")
  public ProviderList oauth() {
    return new ProviderList(
        builtIn.isEnabled()
            ? List.of(
                ProviderCard.of(
                    base, BuiltInProvider.ID, "TMI", "fa-solid fa-flask", "tmi-development"))
            : List.of());
  }
}
