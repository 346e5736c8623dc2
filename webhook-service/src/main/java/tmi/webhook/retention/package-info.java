/// Says what is over and when: closed deliveries, given-up subscriptions, receivers that fell
/// silent, taken events (docs/operations/growth.md). Imports no room; how it is cleared away stands
/// in service-base.
package tmi.webhook.retention;
