package tmi.webhook.delivery;

/// A host with deliveries waiting, whose breaker lets something through.
///
/// @param probing only one probe may go
record WaitingHost(String host, boolean probing) {}
