/// Readiness of a service: its database, its schema's version, its knowledge of revocations, and —
/// told, but never a reason to be taken out — Redis.
package tmi.service.health;
