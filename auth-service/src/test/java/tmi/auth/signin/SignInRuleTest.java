package tmi.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tmi.auth.group.GroupConfig;
import tmi.auth.provider.ProviderConfig;
import tmi.auth.session.SessionConfig;

class SignInRuleTest {

  @ParameterizedTest
  @CsvSource({
    "tmi.auth.provider.built-in, true, OAUTH_PROVIDERS_TMI_ENABLED",
    "tmi.auth.group.dev-roles, alice:admin, TMI_DEV_ROLES",
    "tmi.auth.session.cookie-secure, false, TMI_COOKIE_SECURE",
    "tmi.auth.signin.client-callbacks, http://localhost:*, TMI_OAUTH_CLIENT_CALLBACK_ALLOWLIST"
  })
  void insecureSettingIsNamed(String name, String value, String variable) {
    assertThat(refusals(Map.of(name, value))).singleElement().asString().startsWith(variable);
  }

  @Test
  void standardSettingsAreSecure() {
    assertThat(refusals(Map.of())).isEmpty();
    assertThat(
            refusals(Map.of("tmi.auth.signin.client-callbacks", "https://tmi.example.com/app/*")))
        .isEmpty();
  }

  private static List<String> refusals(Map<String, String> settings) {
    var config =
        new SmallRyeConfigBuilder()
            .withMapping(SignInConfig.class)
            .withMapping(ProviderConfig.class)
            .withMapping(GroupConfig.class)
            .withMapping(SessionConfig.class)
            .withDefaultValues(settings)
            .build();
    return new SignInRule(
            config.getConfigMapping(SignInConfig.class),
            config.getConfigMapping(ProviderConfig.class),
            config.getConfigMapping(GroupConfig.class),
            config.getConfigMapping(SessionConfig.class))
        .refusals();
  }
}
