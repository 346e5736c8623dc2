/// When a message is tried again, when it is given up, and when a host is left in peace: plain
/// rules on plain values. Called by delivery and challenge; imports no room.
package tmi.webhook.schedule;
