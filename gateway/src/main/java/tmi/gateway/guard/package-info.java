/// What the door refuses before a service is asked: methods, repeated headers, size, rate; and what
/// it adds to every answer: security headers and cross-origin rules. Called by `proxy`.
package tmi.gateway.guard;
