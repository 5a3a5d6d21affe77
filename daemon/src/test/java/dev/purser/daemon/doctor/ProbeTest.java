package dev.purser.daemon.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.purser.daemon.files.FileOwner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What root runs as another user. Needs root. */
class ProbeTest {
  private final Path directory;
  private final Shell shell = new SystemShell(Duration.ofSeconds(60));

  ProbeTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void requireRoot() throws Exception {
    assumeTrue(FileOwner.ownUid() == 0, "not root");
    Files.setAttribute(directory, "unix:mode", 0755);
  }

  @Test
  void probeTellsWhatItsUserCanDo() throws Exception {
    Path open = file("open", 0666);
    Path readable = file("readable", 0644);
    Path secret = file("secret", 0600);
    Path none = directory.resolve("none");

    assertThat(
            tried(
                "read " + open,
                "write " + open,
                "read " + readable,
                "write " + readable,
                "read " + secret,
                "read " + none,
                "read " + directory,
                "write " + directory,
                "write /tmp",
                "socket " + none))
        .containsExactly("yes", "yes", "yes", "no", "no", "no", "yes", "no", "yes", "no");
    assertThat(open).hasContent("text");
    assertThat(none).doesNotExist();
  }

  @Test
  void probeIsInItsUsersGroupsAndInNoneOfRoots() throws Exception {
    Path nogroups = file("nogroups", 0640);
    Files.setAttribute(nogroups, "unix:gid", 65534);

    assertThat(tried("read " + nogroups, "read " + file("roots", 0640)))
        .containsExactly("yes", "no");
  }

  @Test
  void nobodyElseOfItsUserCanAttachToTheProbe() throws Exception {
    assertThat(tried("read /proc/self/mem", "read /proc/self/environ")).containsExactly("no", "no");
    assertThat(
            shell
                .run(
                    "setpriv",
                    "--reuid=nobody",
                    "--regid=nogroup",
                    "--clear-groups",
                    "cat",
                    "/proc/self/environ")
                .output())
        .as("of a program that was started as that user")
        .contains("PATH=");
  }

  @Test
  void probeThatCouldBeAttachedToDoesNotAnswer() throws Exception {
    Shell.Ran ran = new Probe(shell, "root").answers("read /\n");

    assertThat(ran.exit()).isNotZero();
    assertThat(ran.output()).contains("could answer for it");
  }

  private List<String> tried(String... lines) throws Exception {
    Shell.Ran ran = new Probe(shell, "nobody").answers(String.join("\n", lines) + "\n");
    assertThat(ran.exit()).as(ran.output()).isZero();
    return ran.output().lines().toList();
  }

  private Path file(String name, int mode) throws Exception {
    Path file = Files.writeString(directory.resolve(name), "text");
    Files.setAttribute(file, "unix:mode", mode);
    return file;
  }
}
