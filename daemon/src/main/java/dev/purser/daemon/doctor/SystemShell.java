package dev.purser.daemon.doctor;

import dev.purser.daemon.processes.Detached;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * This machine's own.
 *
 * @param patience for one command; when it is over, the command is killed and its exit is 137
 */
record SystemShell(Duration patience) implements Shell {
  @Override
  public Ran run(List<String> words, String input) throws IOException {
    Detached.Ran ran = new Detached(patience).run(words, input);
    return new Ran(ran.exit(), ran.output());
  }

  @Override
  public Ran apart(List<String> words) throws IOException {
    Detached.Ran ran = new Detached(patience).apart(words);
    return new Ran(ran.exit(), ran.output(), ran.errors());
  }
}
