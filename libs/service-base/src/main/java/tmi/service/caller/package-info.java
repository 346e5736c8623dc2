/// From a token to a [tmi.kernel.identity.Caller]. Every service verifies by the published keys
/// itself; the gateway adds no authority (promise 7).
package tmi.service.caller;
