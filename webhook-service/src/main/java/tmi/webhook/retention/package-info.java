/// Clears away what is over: closed deliveries, given-up subscriptions, receivers that fell silent,
/// taken events. Any replica may do it, one at a time, in small portions. Imports no room.
package tmi.webhook.retention;
