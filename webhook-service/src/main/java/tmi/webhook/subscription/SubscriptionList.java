package tmi.webhook.subscription;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tmi.kernel.page.Page;

/// A page of subscriptions, newest first.
@Schema(name = "ListWebhookSubscriptionsResponse")
public record SubscriptionList(
    @NotNull List<Subscription> subscriptions,
    @NotNull Long total,
    @NotNull Integer limit,
    @NotNull Integer offset) {

  static SubscriptionList of(Page<Subscription> page) {
    return new SubscriptionList(
        page.items(), page.total(), page.window().limit(), page.window().offset());
  }
}
