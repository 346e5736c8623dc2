/// Sign-in sessions: what begins with one interactive login and ends with logout, revocation, theft
/// or age. Ending one ends all its tokens, on every service. Imports no other room.
package tmi.auth.session;
