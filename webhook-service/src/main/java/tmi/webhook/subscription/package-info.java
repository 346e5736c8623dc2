/// Who wants to hear of what: creating, showing, testing and deleting subscriptions, for
/// administrators (contract 1). Imports administration, challenge, delivery, signing and target.
package tmi.webhook.subscription;
