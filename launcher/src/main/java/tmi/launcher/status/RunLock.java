package tmi.launcher.status;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tmi.launcher.Checkout;

/// One launcher a checkout. The system lets go of the lock when its holder dies, however it dies.
public final class RunLock implements AutoCloseable {

  private final FileChannel channel;
  private final FileLock lock;

  private RunLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  public static Optional<RunLock> take(Checkout checkout) throws IOException {
    var channel =
        FileChannel.open(file(checkout), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new RunLock(channel, lock));
  }

  public static boolean isTaken(Checkout checkout) throws IOException {
    if (!Files.exists(file(checkout))) {
      return false;
    }
    var mine = take(checkout);
    if (mine.isPresent()) {
      mine.get().close();
    }
    return mine.isEmpty();
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      lock.release();
      channel.close();
    }
  }

  private static Path file(Checkout checkout) {
    return checkout.data().resolve("lock");
  }
}
