/// The public contract as a judge of answers: tests hand over what a service answered, and get
/// every way in which it differs from the operation's declared status, media type and schema.
package tmi.testkit.contract;
