package tmi.model.diagram;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The picture that an editor made of a diagram: base64 of an SVG, and the vector it shows. Older
/// than the diagram's vector means stale.
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = false)
public record Image(@Schema(format = "byte") String svg, Long updateVector) {}
