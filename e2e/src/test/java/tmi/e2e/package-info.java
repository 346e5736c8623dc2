/// The whole suite, started by its own launcher, seen from outside: two people, a live room on two
/// replicas, an integrator's receiver; and the same while processes are killed and Redis is away.
package tmi.e2e;
