package tmi.gateway.route;

import java.util.Collection;

/// The name under which a path is counted: the operation's template in the OpenAPI document, else
/// the route that leads to its service. There are as many names as operations and routes, whatever
/// outsiders ask for.
public final class RouteLabels {
  private final Segment<String> templates = new Segment<>();
  private final RouteTable routes;

  /// @param templates such as `/threat_models/{threat_model_id}/threats`
  public RouteLabels(RouteTable routes, Collection<String> templates) {
    this.routes = routes;
    templates.forEach(
        template -> this.templates.add(template.replaceAll("\\{[^/}]*}", "*"), template));
  }

  /// The label of a normalised path; always one.
  public String of(String path) {
    String template = templates.find(path, 1);
    return template == null ? routes.patternOf(path) : template;
  }
}
