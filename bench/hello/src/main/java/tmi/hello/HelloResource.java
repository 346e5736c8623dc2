package tmi.hello;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/// One answer.
@Path("/hello")
public class HelloResource {
  /// What is answered.
  public record Hello(String text) {}

  @GET
  public Hello hello() {
    return new Hello("hello");
  }
}
