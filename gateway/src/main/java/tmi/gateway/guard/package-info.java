/// What the door refuses before a service is asked: methods, repeated headers, unreadable
/// addresses, other sites' use of cookies, size, rate; and what it adds to every answer: security
/// headers and cross-origin rules. Called by all who answer outsiders.
package tmi.gateway.guard;
