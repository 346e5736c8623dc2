package tmi.gateway.status;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// What the suite tells about itself and its operator.
@ConfigMapping(prefix = "tmi.gateway.status")
public interface StatusConfig {
  /// The suite's own version.
  String build();

  /// The version of the public interface that the suite speaks.
  String apiVersion();

  /// The public address of the suite (`TMI_SERVER_BASE_URL`).
  @WithDefault("http://127.0.0.1:8080")
  String baseUrl();

  /// Who runs this installation (`TMI_OPERATOR_NAME`).
  Optional<String> operatorName();

  /// How to reach them (`TMI_OPERATOR_CONTACT`).
  Optional<String> operatorContact();

  /// Whose law applies (`TMI_OPERATOR_JURISDICTION`).
  Optional<String> operatorJurisdiction();

  /// SAML sign-in is offered (`TMI_SAML_ENABLED`).
  @WithDefault("false")
  boolean samlEnabled();

  /// Colour scheme of the web application at first.
  @WithDefault("auto")
  ClientConfig.Theme defaultTheme();

  /// The largest file that clients should offer, in megabytes.
  @WithDefault("10")
  int maxFileUploadMb();

  /// People in one live session, as advertised.
  @WithDefault("50")
  int maxDiagramParticipants();

  /// The name in the TLS certificate (`TMI_SERVER_TLS_SUBJECT_NAME`); else the host of the base
  /// URL.
  Optional<String> tlsSubjectName();

  /// How long the services' answers about their stores are believed.
  @WithDefault("2s")
  Duration remember();
}
