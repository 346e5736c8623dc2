package tmi.auth.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import tmi.auth.group.GroupConfig;
import tmi.auth.provider.ProviderConfig;
import tmi.auth.session.SessionConfig;
import tmi.service.start.StartRule;

/// What production does not start with: everything that lets somebody in who was not vouched for.
@ApplicationScoped
class SignInRule implements StartRule {
  private final SignInConfig signIn;
  private final ProviderConfig provider;
  private final GroupConfig group;
  private final SessionConfig session;

  SignInRule(
      SignInConfig signIn, ProviderConfig provider, GroupConfig group, SessionConfig session) {
    this.signIn = signIn;
    this.provider = provider;
    this.group = group;
    this.session = session;
  }

  @Override
  public List<String> refusals() {
    List<String> refusals = new ArrayList<>();
    if (provider.builtIn().orElse(false)) {
      refusals.add(
          "OAUTH_PROVIDERS_TMI_ENABLED=true lets anybody sign in as anybody; remove it and set up"
              + " an identity provider");
    }
    if (group.devRoles().isPresent()) {
      refusals.add("TMI_DEV_ROLES gives roles to development users; remove it");
    }
    if (!session.cookieSecure().orElse(true)) {
      refusals.add("TMI_COOKIE_SECURE=false sends tokens over plain HTTP; remove it");
    }
    signIn.clientCallbacks().orElse(List.of()).stream()
        .filter(entry -> !entry.strip().startsWith("https://"))
        .forEach(entry ->
            refusals.add(
                "TMI_OAUTH_CLIENT_CALLBACK_ALLOWLIST holds "
                    + entry
                    + ", which is not https; give the https address of the client"));
    return refusals;
  }
}
