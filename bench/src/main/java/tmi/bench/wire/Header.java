package tmi.bench.wire;

/// One line of a head; the same name may come several times.
public record Header(String name, String value) {}
