package tmi.model.request;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One operation of a JSON Patch, for the document alone: bodies are read as
/// [tmi.kernel.patch.JsonPatch].
@RegisterForReflection
@Schema(name = "JsonPatchOperation")
public record PatchStep(
    @NotNull @Schema(enumeration = {"add", "replace", "remove", "move", "copy", "test"}) String op,
    @NotNull @Schema(maxLength = 512) String path,
    @Schema(
            oneOf = {
              String.class,
              Double.class,
              Integer.class,
              Boolean.class,
              Map.class,
              Object[].class
            })
        Object value) {}
