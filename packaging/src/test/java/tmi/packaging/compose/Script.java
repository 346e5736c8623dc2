package tmi.packaging.compose;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tmi.packaging.chart.Checkout;

/// A run of one of the scripts in `docker/`.
record Script(int status, String said) {

  static Script run(String name, String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(Checkout.path("docker").resolve(name).toString()));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes());
    return new Script(process.waitFor(), said);
  }
}
