package tmi.launcher.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import tmi.launcher.Checkout;
import tmi.launcher.status.RunLock;
import tmi.launcher.status.StateFile;
import tmi.launcher.status.StatusReport;

/// `./tmi status`; its exit code is 0 when everything is ready.
record Status(boolean json) implements Order {

  @Override
  public int run(Checkout checkout) throws IOException {
    var report = StatusReport.of(new StateFile(checkout).read(), RunLock.isTaken(checkout));
    if (json) {
      var mapper =
          new ObjectMapper()
              .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
              .enable(SerializationFeature.INDENT_OUTPUT);
      System.out.println(mapper.writeValueAsString(report));
    } else {
      report.lines().forEach(System.out::println);
    }
    return report.isReady() ? 0 : 1;
  }
}
