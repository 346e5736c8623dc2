package tmi.image.dockerfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tmi.testkit.ProjectFolder;

/// The instructions of a Dockerfile, continued lines joined.
record Dockerfile(List<Instruction> instructions) {

  /// @param name in capitals: `FROM`
  /// @param rest what stands behind it
  record Instruction(String name, String rest) {
    static Instruction of(String line) {
      var words = line.strip().split("\\s+", 2);
      return new Instruction(words[0], words.length > 1 ? words[1] : "");
    }
  }

  static Dockerfile named(String name) {
    try {
      return parse(Files.readString(ProjectFolder.root().resolve(Path.of("image", name))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Dockerfile parse(String text) {
    var joined = text.replaceAll("(?m)^\\s*#.*$", "").replaceAll("\\\\\\R", " ");
    return new Dockerfile(
        joined.lines().filter(line -> !line.isBlank()).map(Instruction::of).toList());
  }

  Stream<String> all(String name) {
    return instructions.stream().filter(one -> one.name().equals(name)).map(Instruction::rest);
  }

  /// The instructions of the image itself, not of the stages that it is made in.
  Dockerfile lastStage() {
    var names = instructions.stream().map(Instruction::name).toList();
    return new Dockerfile(instructions.subList(names.lastIndexOf("FROM"), names.size()));
  }

  /// The images that stages begin with, their arguments filled in; none that is a stage itself.
  List<String> bases() {
    return all("FROM").map(from -> from.split(" ")[0]).map(this::filled).toList();
  }

  private String filled(String reference) {
    if (!reference.startsWith("${")) {
      return reference;
    }
    var name = reference.substring(2, reference.length() - 1) + "=";
    return all("ARG")
        .filter(argument -> argument.startsWith(name))
        .map(argument -> argument.substring(name.length()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " has no default"));
  }
}
