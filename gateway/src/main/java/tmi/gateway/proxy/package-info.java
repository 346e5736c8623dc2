/// Carries requests and WebSockets between outsiders and services, byte by byte: nothing is parsed
/// and no body is held. The only room that opens sockets to the services.
package tmi.gateway.proxy;
