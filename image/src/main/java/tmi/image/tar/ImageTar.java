package tmi.image.tar;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.Ports;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tmi.image.program.JavaArguments;
import tmi.image.program.Program;

/// Writes the image of one program. It starts as the Dockerfile's does: same user, same folders,
/// same arguments, same labels.
public final class ImageTar {

  /// A number, so that Kubernetes can see that it is not root.
  public static final int USER = 10001;

  public static final String HOME = "/opt/tmi";
  public static final String JAVA = "/opt/java";
  public static final int PORT = 8080;

  private final Sources sources;
  private final Path work;

  /// @param work a folder for what lies between, kept as a cache from image to image
  public ImageTar(Sources sources, Path work) {
    this.sources = sources;
    this.work = work;
  }

  /// Writes the file, and answers the digest of the image.
  public String write(Program program, Path file) throws IOException {
    Files.createDirectories(work.resolve("empty"));
    var image =
        Jib.fromScratch()
            .setFormat(ImageFormat.OCI)
            .setCreationTime(Layer.TIME)
            .setUser("%d:%d".formatted(USER, USER))
            .setWorkingDirectory(AbsoluteUnixPath.get(HOME))
            .setEntrypoint(List.of(JAVA + "/bin/java", "@" + HOME + "/java.args"))
            .setEnvironment(environment(program))
            .setLabels(labels(program))
            .addFileEntriesLayer(system())
            .addFileEntriesLayer(libraries(program))
            .addFileEntriesLayer(application(program));
    if (program.isService()) {
      image.setExposedPorts(Ports.parse(List.of("" + PORT)));
    }
    return contain(image, program, file).getDigest().toString();
  }

  private JibContainer contain(JibContainerBuilder image, Program program, Path file)
      throws IOException {
    try {
      return image.containerize(
          Containerizer.to(
                  TarImage.at(file)
                      .named("tmi/%s:%s".formatted(program.module(), sources.version())))
              .setOfflineMode(true)
              .setBaseImageLayersCache(work.resolve("cache"))
              .setApplicationLayersCache(work.resolve("cache"))
              .setToolName("tmi"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the image of %s could not be written".formatted(program.module()), e);
    }
  }

  private FileEntriesLayer system() throws IOException {
    var files = SystemFiles.in(work.resolve("etc"), USER);
    var layer =
        layer("runtime").passingFolder("/tmp").folder("/proc").folder("/dev").folder("/sys");
    layer.tree(files.folder(), "/etc").tree(sources.runtime(), JAVA);
    sources.libraries().forEach(library -> layer.file(library, library.toString()));
    return layer.build();
  }

  private FileEntriesLayer libraries(Program program) {
    var lib = sources.built(program).resolve("lib");
    return layer("libraries").tree(lib, HOME + "/lib").build();
  }

  private FileEntriesLayer application(Program program) throws IOException {
    var arguments = work.resolve(program.module() + ".args");
    Files.write(arguments, JavaArguments.of(program, HOME, false));
    var layer = layer("application").file(arguments, HOME + "/java.args");
    program
        .parts()
        .filter(part -> !part.equals("lib"))
        .forEach(part -> layer.tree(sources.built(program).resolve(part), HOME + "/" + part));
    if (program == Program.GATEWAY) {
      layer.tree(sources.web(), HOME + "/web");
    }
    return layer.build();
  }

  private Layer layer(String name) {
    return new Layer(name, work.resolve("empty"));
  }

  private static Map<String, String> environment(Program program) {
    var all = new LinkedHashMap<String, String>();
    all.put("JAVA_TOOL_OPTIONS", JavaArguments.OPTIONS);
    if (program.isService()) {
      all.put("SERVER_PORT", "" + PORT);
      all.put("TMI_SERVER_INTERFACE", "0.0.0.0");
    }
    if (program == Program.GATEWAY) {
      all.put("TMI_WEB_ROOT", HOME + "/web");
    }
    return all;
  }

  private Map<String, String> labels(Program program) {
    var all = new LinkedHashMap<String, String>();
    all.put("org.opencontainers.image.title", "tmi/" + program.module());
    all.put("org.opencontainers.image.version", sources.version());
    all.put("org.opencontainers.image.licenses", "Apache-2.0");
    return all;
  }
}
