package tmi.collab.room;

import com.fasterxml.jackson.databind.util.RawValue;
import java.time.InstantSource;
import java.util.UUID;
import tmi.collab.protocol.Codec;
import tmi.collab.protocol.Event;
import tmi.collab.protocol.Faults;
import tmi.diagram.rule.Refusal;
import tmi.diagram.store.content.DiagramText;

/// The frames that go to one socket in answer to what it sent.
final class Answers {
  private final Codec codec;
  private final InstantSource clock;

  Answers(Codec codec, InstantSource clock) {
    this.codec = codec;
    this.clock = clock;
  }

  Frame state(DiagramText content) {
    return Frame.event(
        codec.bytes(
            new Event.DiagramState(
                content.diagramId(),
                content.vector(),
                content.vector(),
                content.cells().stream().map(RawValue::new).toList())),
        content.vector());
  }

  Frame acknowledged(UUID operationId, long number) {
    return answer(new Event.Acknowledged(operationId, number, number));
  }

  Frame rejected(String operationId, Refusal refusal, long head) {
    return answer(
        new Event.Rejected(
            operationId,
            head,
            refusal.reason().word(),
            refusal.message(),
            refusal.detail(),
            refusal.cells().isEmpty() ? null : refusal.cells(),
            refusal.requiresResync(),
            clock.instant()));
  }

  Frame denied(String operationId) {
    return answer(new Event.Denied(operationId, "insufficient_permissions"));
  }

  Frame status(long number) {
    return answer(new Event.SyncStatus(number, number));
  }

  Frame nothingLeft(boolean undo) {
    return answer(
        undo
            ? new Event.History("undo", "no_operations_to_undo")
            : new Event.History("redo", "no_operations_to_redo"));
  }

  Frame refusal(String code, String message) {
    return answer(Faults.refusal(code, message, clock.instant()));
  }

  Frame diagramGone() {
    return answer(
        new Event.Fault(
            "diagram_not_found", "diagram_not_found", "The diagram is gone", clock.instant()));
  }

  Frame terminated() {
    return answer(
        Faults.sessionTerminated("Collaboration session has been terminated", clock.instant()));
  }

  private Frame answer(Event event) {
    return Frame.answer(codec.write(event));
  }
}
