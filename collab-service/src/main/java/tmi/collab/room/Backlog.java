package tmi.collab.room;

/// Operations that wait for their answer, of one socket or of a whole room: so many, and so many
/// characters. One always finds room, whatever its size.
final class Backlog {
  /// Of one socket.
  private static final int OPERATIONS = 256;

  private static final long SOCKET_CHARACTERS = 4_000_000;
  private static final long ROOM_CHARACTERS = 32_000_000;

  private int operations;
  private long characters;

  /// True when a socket may add this to what waits of it.
  boolean hasRoomOfASocket(int more) {
    return operations < OPERATIONS && fits(more, SOCKET_CHARACTERS);
  }

  /// True when a room may add this to what waits of all its sockets.
  boolean hasRoomOfARoom(int more) {
    return fits(more, ROOM_CHARACTERS);
  }

  private boolean fits(int more, long most) {
    return operations == 0 || characters + more <= most;
  }

  void add(int more) {
    operations++;
    characters += more;
  }

  /// Takes off what waits of a socket that went.
  void forget(Backlog gone) {
    operations -= gone.operations;
    characters -= gone.characters;
  }

  void remove(int less) {
    operations--;
    characters -= less;
  }
}
