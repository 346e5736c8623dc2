package tmi.diagram.store.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tmi.diagram.operation.Intent;
import tmi.diagram.operation.OperationJson;

/// What tells a repeated operation from another one under the same id. The base is left out: who
/// sends again after a lost connection may know a later state by then.
public final class BodyHash {
  private BodyHash() {}

  /// The hash of what is meant, in hexadecimal digits.
  public static String of(Intent intent) {
    return of(
        switch (intent) {
          case Intent.Edit edit -> OperationJson.writeCells(edit.cells()).toString();
          case Intent.Undo undo -> "undo";
          case Intent.Redo redo -> "redo";
        });
  }

  /// The hash of a text, in hexadecimal digits.
  public static String of(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
