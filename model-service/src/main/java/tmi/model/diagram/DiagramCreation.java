package tmi.model.diagram;

import tmi.kernel.problem.Problem;
import tmi.service.text.PlainText;

/// The rules of a new diagram.
final class DiagramCreation {
  private DiagramCreation() {}

  /// The same with its name as it is stored.
  static NewDiagram settled(NewDiagram sent) {
    String name = PlainText.asWritten("name", sent.name());
    if (name.isBlank()) {
      throw Problem.invalid("name", "must not be blank");
    }
    return new NewDiagram(name, sent.type());
  }
}
