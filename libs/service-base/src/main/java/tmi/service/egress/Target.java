package tmi.service.egress;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An address to send to, taken apart and judged by what is written; the IP addresses behind a name
/// are judged at each send.
///
/// @param host as resolved, sent as `Host` and, with TLS, named to and proved by the other side
/// @param uri path and query, ASCII
public record Target(boolean tls, String host, int port, String uri) {
  private static final String LABEL = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
  private static final Pattern FORM =
      Pattern.compile(
          "(https?)://(" + LABEL + "(?:\\." + LABEL + ")*)(?<port>:[0-9]{1,5})?(?<path>/[^\\s]*)?");
  private static final int FIRST_FREE_PORT = 1024;

  /// The target of a URL text; throws [EgressRefusal] with a sentence for whoever wrote it.
  public static Target of(String url, EgressPolicy policy) {
    Matcher form = formOf(url);
    boolean tls = form.group(1).equals("https");
    if (!tls && !policy.plainHttp()) {
      throw new EgressRefusal("url must begin with https://");
    }
    String host = host(form);
    HostRule.refusal(host, policy)
        .ifPresent(reason -> {
          throw new EgressRefusal("url: " + reason);
        });
    return new Target(tls, host, port(form.group("port"), tls), uri(form.group("path")));
  }

  /// The host of a URL text, whether or not it may be sent to; throws [EgressRefusal] when the text
  /// has not the form.
  public static String hostOf(String url) {
    return host(formOf(url));
  }

  private static Matcher formOf(String url) {
    Matcher form = FORM.matcher(url);
    if (!form.matches()) {
      throw new EgressRefusal("url must be https://host[:port][/path] with a plain ASCII host");
    }
    return form;
  }

  private static String host(Matcher form) {
    return form.group(2).toLowerCase(Locale.ROOT);
  }

  private static int port(String text, boolean tls) {
    int standard = tls ? 443 : 80;
    int port = text == null ? standard : Integer.parseInt(text.substring(1));
    if (port != standard && (port < FIRST_FREE_PORT || port > 65535)) {
      throw new EgressRefusal(
          "url: port must be " + standard + " or " + FIRST_FREE_PORT + " to 65535");
    }
    return port;
  }

  private static String uri(String path) {
    if (path == null) {
      return "/";
    }
    int fragment = path.indexOf('#');
    String sent = fragment < 0 ? path : path.substring(0, fragment);
    StringBuilder ascii = new StringBuilder(sent.length());
    for (byte b : sent.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0x20 && b < 0x7F) {
        ascii.append((char) b);
      } else {
        ascii.append('%').append(String.format("%02X", b & 0xFF));
      }
    }
    return ascii.toString();
  }
}
