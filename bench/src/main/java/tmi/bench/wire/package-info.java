/// HTTP and WebSocket byte by byte, so that what no ordinary client would send can be sent: blank
/// headers, broken heads, frames of every form. Used by the fuzz, the faults and the attacks of the
/// end-to-end tests.
package tmi.bench.wire;
