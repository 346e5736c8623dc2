/// Loads the suite's own threat model through the public API, as any client would. The data is
/// `demo/suite.json`, written by hand: it is our security document.
package tmi.demo;
