package tmi.collab.room;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tmi.collab.presence.Roster;
import tmi.collab.protocol.Codec;
import tmi.collab.relay.Committed;

/// The sockets of this replica that listen to one diagram. Touched only by the room's mailbox.
final class Audience {
  private final Map<UUID, Member> members = new LinkedHashMap<>();
  private final Codec codec;
  private final Consumer<Member> needsState;
  private Roster people;
  private Frame peopleFrame;

  Audience(Codec codec, Consumer<Member> needsState) {
    this.codec = codec;
    this.needsState = needsState;
  }

  Member enter(Peer peer) {
    Member member = new Member(peer);
    members.put(peer.id(), member);
    return member;
  }

  void leave(Peer peer) {
    members.remove(peer.id());
  }

  boolean isHere(Member member) {
    return members.get(member.peer().id()) == member;
  }

  Member find(Peer peer) {
    return members.get(peer.id());
  }

  Collection<Member> members() {
    return List.copyOf(members.values());
  }

  List<Peer> peers(Predicate<Peer> condition) {
    return members.values().stream().map(Member::peer).filter(condition).toList();
  }

  /// Hands out what is next in order. To the socket that sent an edit the acknowledgement stands
  /// for the event.
  void deliver(Committed committed, Submission submission) {
    Delivery delivery = new Delivery(committed, codec);
    Member sender = submission != null && submission.isEdit() ? submission.member() : null;
    for (Member member : members()) {
      if (delivery.isReordered() && member != sender) {
        needsState.accept(member);
      } else {
        member.tell(delivery, member == sender);
      }
    }
  }

  /// Replays what a member missed, or says that it does not reach.
  void replay(Member member, long from, List<Committed> missed, Frame caughtUp) {
    member.replay(from, missed.stream().map(c -> new Delivery(c, codec)).toList(), caughtUp);
    tellPeople(member);
  }

  void give(Member member, long number, Frame state) {
    member.give(number, state);
    tellPeople(member);
  }

  void people(Roster roster) {
    people = roster;
    peopleFrame = Frame.answer(codec.write(roster.event()));
    members().forEach(this::tellPeople);
  }

  void fleeting(Frame frame, UUID fromSocket) {
    for (Member member : members()) {
      if (!member.isCatchingUp() && !member.peer().id().equals(fromSocket)) {
        member.peer().send(frame);
      }
    }
  }

  private void tellPeople(Member member) {
    if (people != null) {
      member.tellPeople(people, peopleFrame);
    }
  }
}
