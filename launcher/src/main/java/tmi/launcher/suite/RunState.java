package tmi.launcher.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tmi.launcher.Checkout;
import tmi.launcher.process.Supervisor.Running;
import tmi.launcher.status.State;
import tmi.launcher.status.State.PartState;
import tmi.launcher.status.State.Phase;
import tmi.launcher.status.StateFile;

/// Keeps `state.json` true while a run goes on; told by the main and by the supervisor's thread.
final class RunState {

  private final StateFile file;
  private final List<PartState> operatorsOwn;
  private State state;

  /// @param operatorsOwn stores that are not ours to start, for the report
  RunState(Checkout checkout, List<PartState> operatorsOwn) {
    this.file = new StateFile(checkout);
    this.operatorsOwn = operatorsOwn;
    this.state = file.read();
  }

  Map<String, Integer> rememberedPorts() {
    return state.ports();
  }

  synchronized void begin(String address) {
    change(
        new State(
            ProcessHandle.current().pid(),
            Phase.STARTING,
            address,
            state.roles(),
            state.ports(),
            operatorsOwn));
  }

  synchronized void migrated(String roles) {
    change(
        new State(
            state.launcher(), state.phase(), state.address(), roles, state.ports(), state.parts()));
  }

  synchronized void phase(Phase phase) {
    change(
        new State(
            state.launcher(), phase, state.address(), state.roles(), state.ports(), state.parts()));
  }

  synchronized void parts(List<Running> running, Map<String, Integer> ports) {
    var parts = new ArrayList<>(operatorsOwn);
    running.stream().map(RunState::of).forEach(parts::add);
    change(
        new State(state.launcher(), state.phase(), state.address(), state.roles(), ports, parts));
  }

  synchronized void end() {
    change(state.stopped());
  }

  private void change(State changed) {
    state = changed;
    file.write(changed);
  }

  private static PartState of(Running running) {
    var part = running.part();
    return new PartState(
        part.name(),
        "127.0.0.1",
        part.port(),
        part.healthPort(),
        running.process().map(ProcessHandle::pid).orElse(0L),
        part.version(),
        running.deaths(),
        part.probed());
  }
}
