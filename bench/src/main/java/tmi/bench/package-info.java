/// Speed, measured beside a baseline in the same run and told as a ratio. Run it with `bench/run`.
package tmi.bench;
