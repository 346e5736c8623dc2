/// Lets a receiver that answered "async" report how far it is, and read its delivery, proved by its
/// subscription's secret (contract 3.8). Imports administration, delivery and signing.
package tmi.webhook.report;
