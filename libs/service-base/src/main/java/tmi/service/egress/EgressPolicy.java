package tmi.service.egress;

import java.util.List;

/// What a deployment allows and forbids beyond public HTTPS.
///
/// @param plainHttp `http://` targets too; only in development and tests
/// @param loopback targets on this machine too; only in development and tests
/// @param closed ranges that nothing is sent to though they are public: the operator's own
public record EgressPolicy(boolean plainHttp, boolean loopback, List<AddressRange> closed) {
  public EgressPolicy {
    closed = List.copyOf(closed);
  }

  public EgressPolicy(boolean plainHttp, boolean loopback) {
    this(plainHttp, loopback, List.of());
  }
}
