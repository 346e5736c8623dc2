package tmi.gateway.status;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// Where the live service is, so that clients need not guess between ws and wss.
@RegisterForReflection
public record ServerInfo(
    @JsonProperty("tls_enabled") boolean tlsEnabled,
    @JsonProperty("tls_subject_name") String tlsSubjectName,
    @JsonProperty("websocket_base_url") String websocketBaseUrl) {}
