package dev.purser.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.purser.daemon.files.FileOwner;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose daemon a command talks to that names none. */
class ControlTest {
  private static final int ANOTHER = 4243;

  private final Path demo;

  ControlTest(@TempDir Path directory) {
    this.demo = directory.resolve("purser-demo");
  }

  @BeforeEach
  void makeDemo() throws Exception {
    Files.createDirectories(demo.resolve("control"));
  }

  @Test
  void demoOfOnesOwnIsFound() throws Exception {
    assertThat(Control.ownDemo(demo)).isEmpty();

    Files.createFile(demo.resolve("control/control.sock"));
    assertThat(Control.ownDemo(demo)).contains(demo.resolve("control/control.sock"));
  }

  @Test
  void demoOfSomebodyElseIsNotTalkedToUnasked() throws Exception {
    assumeTrue(FileOwner.ownUid() == 0, "not root: files cannot be given to other users");
    Files.createFile(demo.resolve("control/control.sock"));
    Files.setAttribute(demo, "unix:uid", ANOTHER);

    assertThatThrownBy(() -> Control.ownDemo(demo))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("belongs to another user (uid 4243)")
        .hasMessageContaining("--dir");
  }

  @Test
  void symlinkOfSomebodyElseIsTheirsToo() throws Exception {
    assumeTrue(FileOwner.ownUid() == 0, "not root: files cannot be given to other users");
    Files.createFile(demo.resolve("control/control.sock"));
    Path planted = Files.createSymbolicLink(demo.resolveSibling("planted"), demo);
    Files.setAttribute(planted, "unix:uid", ANOTHER, LinkOption.NOFOLLOW_LINKS);

    assertThatThrownBy(() -> Control.ownDemo(planted)).isInstanceOf(RefusedException.class);
  }
}
