package tmi.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackAllowListTest {
  private final CallbackAllowList development =
      CallbackAllowList.of(
          List.of(
              "http://localhost:*",
              "http://127.0.0.1:*",
              "https://tmi.example.com/app/*",
              "https://client.example.com/back?from=tmi"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:4200/oauth2/callback",
        "http://LOCALHOST:1/",
        "http://127.0.0.1:8080/app/?a=b",
        "https://tmi.example.com/app/oauth2/callback",
        "https://client.example.com/back?from=tmi"
      })
  void knownCallbacksAreAdmitted(String callback) {
    assertThat(development.admits(callback)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:80@evil.example/",
        "http://localhost.evil.example:80/",
        "https://localhost:4200/",
        "http://127.0.0.1.evil.example:80/",
        "https://tmi.example.com/app/../admin",
        "https://tmi.example.com/app/%2e%2e/admin",
        "https://tmi.example.com/app",
        "https://tmi.example.com:444/app/x",
        "https://tmi.example.com.evil.example/app/",
        "https://tmi.example.com\\@evil.example/app/",
        "https://tmi.example.com/app/#fragment",
        "https://client.example.com/back?from=tmi&more=1",
        "https://client.example.com/back",
        "javascript:alert(1)",
        "//localhost:4200/",
        "not an address",
        ""
      })
  void everythingElseIsRefused(String callback) {
    assertThat(development.admits(callback)).isFalse();
  }

  @Test
  void emptyListAdmitsNothing() {
    assertThat(CallbackAllowList.of(List.of()).admits("http://localhost:4200/")).isFalse();
  }

  @Test
  void wildCardInAHostsNameStopsTheStart() {
    assertThatThrownBy(() -> CallbackAllowList.of(List.of("https://app.example.com*")))
        .hasMessageContaining("TMI_OAUTH_CLIENT_CALLBACK_ALLOWLIST")
        .hasMessageContaining("https://app.example.com*");
  }
}
