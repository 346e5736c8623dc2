package tmi.service.egress;

/// What a deployment allows beyond public HTTPS; both only in development and tests.
///
/// @param plainHttp `http://` targets too
/// @param loopback targets on this machine too
public record EgressPolicy(boolean plainHttp, boolean loopback) {}
