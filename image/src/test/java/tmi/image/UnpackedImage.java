package tmi.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tmi.launcher.store.Folders;

/// An OCI image on the disk, read as an engine reads it: index, manifest, configuration, layers.
record UnpackedImage(Path root, JsonNode configuration) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static UnpackedImage of(Path tar, Path folder) throws IOException {
    Folders.delete(folder);
    var blobs = folder.resolve("oci");
    unpack(Files.newInputStream(tar), blobs);
    var index = JSON.readTree(blobs.resolve("index.json").toFile());
    var manifest = JSON.readTree(blob(blobs, index.at("/manifests/0/digest")).toFile());
    var root = folder.resolve("root");
    for (var layer : manifest.path("layers")) {
      var packed = Files.newInputStream(blob(blobs, layer.path("digest")));
      unpack(new GZIPInputStream(packed, 1 << 16), root);
    }
    var image = JSON.readTree(blob(blobs, manifest.at("/config/digest")).toFile());
    return new UnpackedImage(root, image.path("config"));
  }

  List<String> entryPoint() {
    return StreamSupport.stream(configuration.path("Entrypoint").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  String user() {
    return configuration.path("User").asText();
  }

  Map<String, String> environment() {
    var all = new HashMap<String, String>();
    for (var variable : configuration.path("Env")) {
      var text = variable.asText();
      all.put(text.substring(0, text.indexOf('=')), text.substring(text.indexOf('=') + 1));
    }
    return all;
  }

  long bytes() throws IOException {
    try (var files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static Path blob(Path blobs, JsonNode digest) {
    return blobs.resolve("blobs").resolve(digest.asText().replace(':', '/'));
  }

  private static void unpack(InputStream packed, Path folder) throws IOException {
    try (var tar = new TarArchiveInputStream(new BufferedInputStream(packed, 1 << 16))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var target = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(tar, target);
        }
        Files.setPosixFilePermissions(target, permissions(entry));
        Files.setLastModifiedTime(target, entry.getLastModifiedTime());
      }
    }
  }

  private static EnumSet<PosixFilePermission> permissions(TarArchiveEntry entry) {
    var all = EnumSet.noneOf(PosixFilePermission.class);
    for (var permission : PosixFilePermission.values()) {
      if ((entry.getMode() >> (8 - permission.ordinal()) & 1) == 1) {
        all.add(permission);
      }
    }
    return all;
  }
}
