/// Sends what has been promised: claims due deliveries, attempts them, stores what came of it. A
/// claim is a row's time in the future, so a dead replica's claims come due again by themselves.
/// Also shows deliveries to administrators. Called by intake and subscription; imports signing,
/// schedule, target, pulse and administration.
package tmi.webhook.delivery;
