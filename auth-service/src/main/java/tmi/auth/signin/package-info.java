/// Signing in: the OAuth code flow with PKCE, from `/oauth2/authorize` to the first pair of tokens.
/// What waits between two requests lives in Redis only, so any replica takes the next one. Nobody
/// imports this room.
package tmi.auth.signin;
