package dev.purser.daemon.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries things as another user, by a process that nobody else of that user can attach to: a Java of
 * that user would answer what its neighbours want. Perl becomes the user without starting a new
 * program, and to such a process the kernel lets root alone.
 */
record Probe(Shell shell, String user) {
  private static final String SCRIPT = script();

  /**
   * An answer for each line, in order: yes, no, or why it could not be tried.
   *
   * @param lines as {@link Attempt#line} has them
   */
  Shell.Ran answers(String lines) throws IOException {
    List<String> words = new ArrayList<>(List.of("perl", "-f", "-e", SCRIPT, "--", id("-u")));
    words.addAll(List.of(id("-G").split(" ", -1)));
    return shell.run(words, lines);
  }

  private String id(String what) throws IOException {
    Shell.Ran ran = shell.run("id", what, "--", user);
    if (ran.exit() != 0) {
      throw new IOException(ran.output().strip());
    }
    return ran.output().strip();
  }

  private static String script() {
    try (InputStream in = Probe.class.getResourceAsStream("probe.pl")) {
      if (in == null) {
        throw new IllegalStateException("the program comes without its probe.pl");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
