/// The web application's files below `/app/`. Knows nothing of what they do.
package tmi.gateway.web;
