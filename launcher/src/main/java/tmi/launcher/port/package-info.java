/// Ports: free ones for what is internal, the asked one for the gateway.
package tmi.launcher.port;
