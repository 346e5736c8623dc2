/// A schema-aware fuzz of every operation of the joined document and of the live socket: valid, odd
/// and hostile requests with the ids of living objects, decided by a seed, and a judge who looks at
/// every answer. The long form is `./tmi bench fuzz`, the short one a test of `e2e`.
package tmi.bench.fuzz;
