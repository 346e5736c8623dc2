/// What the suite says about itself without a token: its state, its settings for clients, its
/// WebSocket address, its OpenAPI document. Imports `route` and, for refusals, `guard`.
package tmi.gateway.status;
