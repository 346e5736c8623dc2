/// A bare service, for `StartScenario` to measure beside ours.
package tmi.hello;
