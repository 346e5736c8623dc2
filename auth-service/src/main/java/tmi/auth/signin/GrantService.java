package tmi.auth.signin;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import tmi.auth.provider.BuiltInProvider;
import tmi.auth.token.RefreshService;
import tmi.auth.token.TokenPair;
import tmi.kernel.problem.Problem;
import tmi.service.start.BuildMode;

/// Which grant is asked for.
@ApplicationScoped
class GrantService {
  private final ExchangeService exchange;
  private final AuthorizeService authorize;
  private final RefreshService refreshes;
  private final BuildMode mode;

  GrantService(
      ExchangeService exchange,
      AuthorizeService authorize,
      RefreshService refreshes,
      BuildMode mode) {
    this.exchange = exchange;
    this.authorize = authorize;
    this.refreshes = refreshes;
    this.mode = mode;
  }

  Uni<TokenPair> grant(TokenRequest request, String idp, Optional<String> cookie) {
    return switch (request.grant()) {
      case AUTHORIZATION_CODE -> code(request, idp);
      case REFRESH_TOKEN -> refresh(request, cookie);
      case CLIENT_CREDENTIALS -> credentials(request);
    };
  }

  private Uni<TokenPair> code(TokenRequest request, String idp) {
    if (mode.isProduction() && BuiltInProvider.ID.equals(idp)) {
      throw new Problem(
          403,
          "unsupported_grant_type",
          "The built-in provider signs nobody in on a production installation");
    }
    return exchange.exchange(request, authorize.requireProvider(idp));
  }

  private Uni<TokenPair> refresh(TokenRequest request, Optional<String> cookie) {
    String token =
        Optional.ofNullable(request.refreshToken())
            .or(() -> cookie)
            .orElseThrow(() -> new Problem(400, "invalid_request", "refresh_token is needed"));
    return refreshes.refresh(token);
  }

  /// Nobody holds client credentials yet, so every pair of them is wrong.
  private static Uni<TokenPair> credentials(TokenRequest request) {
    if (request.clientId() == null || request.clientSecret() == null) {
      throw new Problem(400, "invalid_request", "client_id and client_secret are needed");
    }
    throw new Problem(401, "invalid_client", "The client credentials are not valid");
  }
}
