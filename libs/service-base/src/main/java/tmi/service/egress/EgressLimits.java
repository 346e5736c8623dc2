package tmi.service.egress;

import java.time.Duration;

/// How long one exchange may take and how much of the answer is read.
///
/// @param headers until the status line and headers are there
/// @param whole the exchange in all, name resolution and body included
/// @param body bytes: a declared longer body fails, an undeclared one is cut off there
/// @param kept how many first bytes of the body are handed back
public record EgressLimits(Duration headers, Duration whole, int body, int kept) {}
