package tmi.service.egress;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the target answered.
///
/// @param headers by lower-case name, the first value of each
/// @param body the first bytes, as many as the limits keep
public record Reply(int status, Map<String, String> headers, byte[] body) {
  public boolean isSuccess() {
    return status >= 200 && status <= 299;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
