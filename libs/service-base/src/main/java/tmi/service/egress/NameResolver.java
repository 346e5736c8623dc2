package tmi.service.egress;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.util.List;

/// Turns a host name into all its addresses, asked once a send.
interface NameResolver {
  Future<List<InetAddress>> resolve(String host);
}
