package tmi.auth.signin;

import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/// Hears what a class logs, as level and sentence, until it is closed.
final class Heard extends Handler implements AutoCloseable {
  private final Logger logger;
  private final Consumer<String> listener;

  private Heard(Logger logger, Consumer<String> listener) {
    this.logger = logger;
    this.listener = listener;
  }

  static Heard from(Class<?> speaker, Consumer<String> listener) {
    Heard heard = new Heard(Logger.getLogger(speaker.getName()), listener);
    heard.logger.addHandler(heard);
    return heard;
  }

  @Override
  public void publish(LogRecord logged) {
    String sentence =
        logged instanceof ExtLogRecord ext ? ext.getFormattedMessage() : logged.getMessage();
    listener.accept(logged.getLevel() + " " + sentence);
  }

  @Override
  public void flush() {
    // nothing is kept back
  }

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
