/// Carries requests and WebSockets between outsiders and services, byte by byte: nothing is parsed.
/// A request's body is whole before a service is asked (`admission`); answers stream through. The
/// only room that opens sockets to the services.
package tmi.gateway.proxy;
