package tmi.packaging.chart;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          replicas                              | 3                 | additional properties 'replicas' not allowed
          modelService.replica                  | 3                 | additional properties 'replica' not allowed
          database.password                     | hunter2           | additional properties 'password' not allowed
          publicUrl                             | tmi.example.com   | /publicUrl
          publicUrl                             | https://a.example/ | does not match pattern
          buildMode                             | prod              | 'production', 'test', 'dev'
          image.tag                             | latest            | /image/tag
          image.pullPolicy                      | Sometimes         | 'IfNotPresent', 'Always', 'Never'
          gateway.imageDigest                   | sha256:beef       | /gateway/imageDigest
          gateway.replicas                      | 0                 | minimum: got 0, want 1
          gateway.replicas                      | two               | got string, want integer
          gateway.service.type                  | Loadbalancer      | /gateway/service/type
          database.host                         | postgres://db     | /database/host
          database.port                         | 70000             | maximum: got 70,000, want 65,535
          database.services.existingSecret      | My_Secret         | /database/services/existingSecret
          database.tls.mode                     | prefer            | 'disable', 'require', 'verify-full'
          database.rolePrefix                   | Staging_          | /database/rolePrefix
          token.signingMethod                   | RS256             | 'ES256', 'HS256'
          collabService.socketsPerSession       | 201               | maximum: got 201, want 200
          collabService.preStopSeconds          | -1                | /collabService/preStopSeconds
          authService.resources.limits.memory   | 1GB               | /authService/resources/limits/memory
          pods.userId                           | 0                 | minimum: got 0, want 1
          allowedOrigins[0]                     | *                 | /allowedOrigins/0
          gateway.trustedProxies[0]             | proxy.example.com | /gateway/trustedProxies/0
          networkPolicy.databaseTo              | null              | missing property 'databaseTo'
          networkPolicy.databaseTo[0].ipBlok    | 10.0.0.0/8        | additional properties 'ipBlok' not allowed
          """)
  void schemaSaysWhichValueIsWrongAndHow(String key, String value, String said) {
    assertThatThrownBy(() -> Chart.rendered(ValuesFile.DEFAULT, Map.of(key, value)))
        .hasMessageContaining(said);
  }

  @Test
  void secretInPlainAmongFurtherVariablesIsRefused() {
    var variable =
        Map.of(
            "modelService.extraEnv[0].name", "MY_PASSWORD", "modelService.extraEnv[0].value", "x");
    assertThatThrownBy(() -> Chart.rendered(ValuesFile.DEFAULT, variable))
        .hasMessageContaining("/modelService/extraEnv/0");
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          publicUrl                          | http://tmi.example.com | production needs the public https:// address
          gateway.tls.terminatedByProxy      | false                  | TLS is off: set gateway.tls.enabled
          gateway.tls.enabled                | true                   | needs gateway.tls.existingSecret
          database.tls.mode                  | disable                | PostgreSQL is spoken to without TLS: set database.tls.mode
          redis.tls.enabled                  | false                  | Redis is spoken to without TLS: set redis.tls.enabled
          token.signingMethod                | HS256                  | needs token.existingSecret
          authService.builtInProvider        | true                   | lets anybody sign in as anybody
          modelService.replicas              | 20                     | could open 215 connections
          webhookService.autoscaling.minReplicas | 9                  | minReplicas is above
          """)
  void whatNoSchemaCanSayIsSaidInASentence(String key, String value, String said) {
    assertThatThrownBy(() -> Chart.rendered(ValuesFile.DEFAULT, Map.of(key, value)))
        .hasMessageContaining(said);
  }
}
