package tmi.gateway.route;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One running copy of a service, whether it said that it is ready, and until when it is left alone
/// because it refused a connection.
public final class Replica {
  private static final Pattern ADDRESS =
      Pattern.compile("http(s)?://([\\w.-]+|\\[[0-9a-fA-F:]+])(?::(\\d{1,5}))?/?");

  private final String host;
  private final int port;
  private final boolean tls;
  private volatile long restsUntil = Long.MIN_VALUE;
  private volatile boolean ready = true;

  private Replica(String host, int port, boolean tls) {
    this.host = host;
    this.port = port;
    this.tls = tls;
  }

  /// Reads `http://host:port`; refuses what is not an address.
  public static Replica at(String url) {
    Matcher address = ADDRESS.matcher(url.strip());
    if (!address.matches()) {
      throw new IllegalArgumentException(
          "'%s' is not the address of a service; write http://host:port".formatted(url));
    }
    boolean tls = address.group(1) != null;
    int usual = tls ? 443 : 80;
    int port = address.group(3) == null ? usual : Integer.parseInt(address.group(3));
    return new Replica(address.group(2), port, tls);
  }

  public String host() {
    return host;
  }

  public int port() {
    return port;
  }

  public boolean tls() {
    return tls;
  }

  /// Not to be asked before the given moment (of `System.nanoTime`) unless all others rest too.
  void restUntil(long moment) {
    restsUntil = moment;
  }

  boolean isResting(long now) {
    return restsUntil - now > 0;
  }

  /// What it last said; true until it was asked.
  public boolean isReady() {
    return ready;
  }

  public void setReady(boolean ready) {
    this.ready = ready;
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
