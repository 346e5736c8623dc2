/// The names of what is told to the outside (contract 2.2). Called by delivery and subscription;
/// imports no room.
package tmi.webhook.event;
