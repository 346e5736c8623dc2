package tmi.model.cell;

import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A node or a flow.
@Schema(
    oneOf = {Node.class, Edge.class},
    discriminatorProperty = "shape",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "actor", schema = Node.class),
      @DiscriminatorMapping(value = "process", schema = Node.class),
      @DiscriminatorMapping(value = "store", schema = Node.class),
      @DiscriminatorMapping(value = "security-boundary", schema = Node.class),
      @DiscriminatorMapping(value = "text-box", schema = Node.class),
      @DiscriminatorMapping(value = "flow", schema = Edge.class)
    })
public sealed interface DiagramCell permits Node, Edge {}
