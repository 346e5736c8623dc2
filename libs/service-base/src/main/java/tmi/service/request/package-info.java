/// What requests say, read and judged the same way by every service: query parameters as texts, and
/// form bodies. Called by resources and by the request chain.
package tmi.service.request;
