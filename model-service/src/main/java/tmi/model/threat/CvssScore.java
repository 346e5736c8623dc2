package tmi.model.threat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A CVSS vector and the score its author gave it; the two are not compared.
@RegisterForReflection
@Schema(name = "CVSSScore")
@JsonIgnoreProperties(ignoreUnknown = false)
public record CvssScore(
    @NotNull
        @Size(min = 26, max = 250)
        @Pattern(
            regexp = "[A-Za-z0-9.:/_-]+",
            message = "must consist of letters, digits and . : / _ -")
        String vector,
    @NotNull @DecimalMin("0.0") @DecimalMax("10.0") BigDecimal score) {}
