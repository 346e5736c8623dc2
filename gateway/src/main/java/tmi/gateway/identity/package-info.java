/// Who the outsider is, as far as the network says: his address, the request's id, and the headers
/// that he may not set. Adds no authority: a token is verified by the services alone. Called by
/// `proxy` and `guard`.
package tmi.gateway.identity;
