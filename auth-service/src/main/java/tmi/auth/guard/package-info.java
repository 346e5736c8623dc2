/// How often credentials may be tried: the limits of the credential paths that hold without Redis,
/// where the gateway's counting by address passes everything. Counted in the memory of this
/// replica. `token` and `signin` ask it; imports no other room.
package tmi.auth.guard;
