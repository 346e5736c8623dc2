/// Proves to a receiver that a message is ours, both ways at once: the contract's `X-Webhook-*`
/// signature and Standard Webhooks 1.0.0; and keeps the secrets sealed at rest. Called by delivery,
/// challenge, report and subscription; imports no room.
package tmi.webhook.signing;
