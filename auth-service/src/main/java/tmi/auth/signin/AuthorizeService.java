package tmi.auth.signin;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tmi.auth.provider.BuiltInProvider;
import tmi.kernel.problem.Problem;
import tmi.service.caller.TokenConfig;
import tmi.service.id.IdSource;

/// The browser's half of the code flow: from `/oauth2/authorize` to the client's callback.
@ApplicationScoped
class AuthorizeService {
  private static final int STATE_BYTES = 32;
  private final BuiltInProvider builtIn;
  private final Callbacks callbacks;
  private final PendingRepository pending;
  private final IdSource ids;
  private final String issuer;

  AuthorizeService(
      BuiltInProvider builtIn,
      Callbacks callbacks,
      PendingRepository pending,
      IdSource ids,
      TokenConfig token) {
    this.builtIn = builtIn;
    this.callbacks = callbacks;
    this.pending = pending;
    this.ids = ids;
    this.issuer = token.issuer();
  }

  /// Where the browser goes next.
  Uni<String> authorize(AuthorizeRequest request) {
    String provider = requireProvider(request.idp());
    request.checkScopeAndType();
    checkCallback(request.clientCallback());
    request.checkChallenge();
    String state = Optional.ofNullable(request.state()).orElseGet(this::newState);
    String code = builtIn.newCode(request.loginHint(), Instant.now());
    Pending waiting = new Pending(provider, request.clientCallback(), request.codeChallenge());
    String next = Optional.ofNullable(request.clientCallback()).orElse(callbacks.own());
    return pending
        .putByState(state, waiting)
        .chain(() -> pending.putByCode(code, waiting))
        .replaceWith(Redirect.to(next, response(code, state)));
  }

  /// The identity provider sent the person back: bind the code to the challenge and send the person
  /// on. A refusal of the provider comes without a code.
  Uni<String> callback(String code, String state, String error) {
    if (error != null) {
      throw new Problem(400, error, "The identity provider refused the sign-in");
    }
    if (code == null || state == null) {
      throw new Problem(400, "invalid_request", "code and state are needed");
    }
    return pending
        .takeByState(state)
        .map(found -> found.orElseThrow(AuthorizeService::unknownState))
        .chain(waiting ->
            waiting.clientCallback() == null
                ? Uni.createFrom().failure(noCallback())
                : pending
                    .putByCode(code, waiting)
                    .replaceWith(Redirect.to(waiting.clientCallback(), response(code, state))));
  }

  /// The id of the provider that is meant; only development has one by default.
  String requireProvider(String idp) {
    String id = idp == null && builtIn.isEnabled() ? BuiltInProvider.ID : idp;
    if (id == null) {
      throw new Problem(400, "invalid_request", "idp is needed");
    }
    if (!builtIn.isEnabled() || !id.equals(BuiltInProvider.ID)) {
      throw new Problem(400, "invalid_request", "There is no identity provider " + id);
    }
    return id;
  }

  private void checkCallback(String callback) {
    if (callback != null && !callbacks.admits(callback)) {
      throw new Problem(
          400, "invalid_request", "client_callback is not on this installation's list");
    }
  }

  private String newState() {
    return Base64.getUrlEncoder().encodeToString(ids.bytes(STATE_BYTES));
  }

  /// The authorization response; it says whose it is (RFC 9207).
  private Map<String, String> response(String code, String state) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("code", code);
    members.put("state", state);
    members.put("iss", issuer);
    return members;
  }

  private static Problem unknownState() {
    return new Problem(400, "invalid_request", "The sign-in is unknown, used or too old");
  }

  private static Problem noCallback() {
    return new Problem(400, "invalid_request", "The sign-in was started without client_callback");
  }
}
