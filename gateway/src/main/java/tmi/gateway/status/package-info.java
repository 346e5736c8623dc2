/// What the suite says about itself without a token: its state, its settings for clients, its
/// WebSocket address, its OpenAPI document. Asks the services through `proxy`.
package tmi.gateway.status;
