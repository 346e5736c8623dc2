/// The only door for requests to addresses that an outsider chose: webhook targets, identity
/// providers. It resolves a name once, judges the bytes of every address, connects to the judged
/// one and nowhere else, follows nothing and reads no more than it was told to. For services that
/// talk to the outside; nothing else opens sockets there.
package tmi.service.egress;
