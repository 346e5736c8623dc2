/// Keeps background work going: one run at a time, a call while it runs is not lost. Called by
/// intake, delivery and challenge; imports no room.
package tmi.webhook.pulse;
