/// What tests of the services share: real stores, signed callers, assertions and the rules of the
/// house. Never seen by main code.
package tmi.testkit;
