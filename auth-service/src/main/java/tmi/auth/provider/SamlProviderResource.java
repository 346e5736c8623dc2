package tmi.auth.provider;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What the sign-in page offers besides.
@Path("/saml/providers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
public class SamlProviderResource {

  /// The SAML providers. None can be set up yet, and clients need the empty list to go on.
  @GET
  @Operation(operationId = "getSAMLProviders")
  public SamlProviderList providers() {
    return new SamlProviderList(List.of());
  }
}
