/// Takes events out of the event log and makes deliveries of them, each event once for each
/// subscription that wants to hear of it. Any replica claims any stream by its own row in
/// `webhook.streams`; in that transaction the rows are read, the deliveries made and the rows
/// marked. Imports delivery and pulse; nobody imports it.
package tmi.webhook.intake;
