package tmi.service.start;

import java.util.List;

/// A bean that knows what must hold before this service may start in production.
public interface StartRule {
  /// What is wrong, one sentence each, naming the setting and how to set it; empty when all is
  /// well.
  List<String> refusals();
}
