/// The server that outsiders reach: its port, TLS, how long a connection may wait for a head, what
/// is said to a head that cannot be read. The framework's own server answers health and metrics on
/// the management port; it lets nobody see a connection before a whole head is there. What is
/// served is added by observers of [PublicRouter].
package tmi.gateway.server;
