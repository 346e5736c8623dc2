package tmi.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/// `java -jar demo.jar ADDRESS [PERSON]`: loads the demo as the given development user (default
/// `demo`) and prints where to look. A second run finds the model and changes nothing.
public final class Demo {
  private static final String DATA = "/demo/suite.json";

  private Demo() {}

  public static void main(String[] args) {
    URI address = URI.create(args.length > 0 ? args[0] : "http://127.0.0.1:8080");
    String person = args.length > 1 ? args[1] : "demo";
    try {
      JsonNode data = read();
      Api api = SignIn.as(address, person);
      String model = new Loader(api, System.out::println).load(data);
      System.out.println(
          "Look at it: "
              + address.resolve("/app/models/" + model)
              + " (sign in as "
              + person
              + " to change it; everyone may read it)");
    } catch (DemoFailure | IOException e) {
      System.err.println("The demo was not loaded: " + e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      System.exit(130);
    }
  }

  static JsonNode read() throws IOException {
    try (InputStream in = Demo.class.getResourceAsStream(DATA)) {
      return new ObjectMapper().readTree(in);
    }
  }
}
