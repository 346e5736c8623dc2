/// Where messages may go: the switches that open plain HTTP and loopback to developers, and the
/// refusal to start in production with them on. Called by subscription, challenge and delivery;
/// imports no room.
package tmi.webhook.target;
