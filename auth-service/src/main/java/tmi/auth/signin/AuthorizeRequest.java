package tmi.auth.signin;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import tmi.kernel.problem.Problem;

/// What `/oauth2/authorize` was asked, as it came.
///
/// @param state comes back to the client unchanged; null when the client sent none
record AuthorizeRequest(
    String idp,
    String scope,
    String responseType,
    String clientCallback,
    String state,
    String loginHint,
    String codeChallenge,
    String codeChallengeMethod) {
  private static final Pattern STATE = Pattern.compile("[a-zA-Z0-9_~.+/=-]{1,256}");

  AuthorizeRequest {
    state = state(state);
  }

  /// A state in Base64 holds plus signs, which clients do not all encode: they arrive as blanks.
  static String state(String sent) {
    return Optional.ofNullable(sent)
        .filter(text -> !text.isEmpty())
        .map(text -> text.replace(' ', '+'))
        .map(text -> {
          if (!STATE.matcher(text).matches()) {
            throw Problem.invalid("state", "must be at most 256 of A-Z a-z 0-9 _ ~ . + / = -");
          }
          return text;
        })
        .orElse(null);
  }

  /// The rules after the provider's, in the contract's order; the allow-list is asked in between.
  void checkScopeAndType() {
    if (!Arrays.asList(scope.split(" +")).contains("openid")) {
      throw new Problem(400, "invalid_scope", "scope must contain openid");
    }
    if (responseType != null && !responseType.equals("code")) {
      throw new Problem(400, "unsupported_response_type", "response_type must be code");
    }
  }

  void checkChallenge() {
    if (codeChallenge == null) {
      throw new Problem(
          400, "invalid_request", "code_challenge is needed: sign-ins take PKCE (RFC 7636)");
    }
    if (!"S256".equals(codeChallengeMethod)) {
      throw new Problem(400, "invalid_request", "code_challenge_method must be S256");
    }
    if (!Pkce.isChallenge(codeChallenge)) {
      throw new Problem(
          400, "invalid_request", "code_challenge must be 43 to 128 characters of base64url");
    }
  }
}
