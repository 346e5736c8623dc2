package tmi.gateway.contract;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tmi.gateway.status.ApiInfo;
import tmi.gateway.status.ClientConfig;

/// The gateway's own operations, said in the words that the generator reads. The gateway answers
/// them without a REST framework; its records are the schemas.
@Path("/")
@Produces("application/json")
@SecurityRequirementsSet
@APIResponse(responseCode = "400", ref = "BadRequest")
@APIResponse(responseCode = "405", ref = "MethodNotAllowed")
@APIResponse(responseCode = "406", ref = "NotAcceptable")
@APIResponse(responseCode = "429", ref = "TooManyRequests")
@APIResponse(responseCode = "500", ref = "InternalServerError")
@APIResponse(responseCode = "503", ref = "ServiceUnavailable")
interface GatewayOperations {
  @GET
  @Tag(name = "General")
  @Operation(operationId = "getApiInfo", summary = "How the suite is")
  @APIResponseSchema(value = ApiInfo.class, responseCode = "200")
  ApiInfo status();

  @GET
  @Path("config")
  @Tag(name = "Configuration")
  @Operation(operationId = "getClientConfig", summary = "What a client needs to know")
  @APIResponseSchema(value = ClientConfig.class, responseCode = "200")
  ClientConfig config();
}
