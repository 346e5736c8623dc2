package tmi.collab.room;

import jakarta.inject.Singleton;
import tmi.collab.protocol.Codec;
import tmi.collab.protocol.Event;
import tmi.collab.relay.News;

/// Shows where the presenter points. Nothing of it is kept.
@Singleton
final class Pointers {
  private final Codec codec;

  Pointers(Codec codec) {
    this.codec = codec;
  }

  void show(Room room, News.Pointing pointing) {
    if (pointing.cursor() != null) {
      show(room, pointing, new Event.Cursor(pointing.cursor()));
    }
    if (pointing.selection() != null) {
      show(room, pointing, new Event.Selection(pointing.selection()));
    }
  }

  private void show(Room room, News.Pointing pointing, Event event) {
    room.fleeting(Frame.fleeting(codec.write(event)), pointing.socketId());
  }
}
