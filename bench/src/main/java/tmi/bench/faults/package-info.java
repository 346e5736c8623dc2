/// What clients see and what is kept while processes are killed and stopped under a small steady
/// load: `./tmi bench faults`, which writes `bench/FAULTS.md` and fails on anything lost or doubled
/// and on any 401 or 500.
package tmi.bench.faults;
