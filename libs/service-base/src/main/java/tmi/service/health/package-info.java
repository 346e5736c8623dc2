/// Readiness of a service: its database, its schema's version, its knowledge of revocations, a
/// token of its own that it could verify, and — told, but never a reason to be taken out — Redis.
package tmi.service.health;
