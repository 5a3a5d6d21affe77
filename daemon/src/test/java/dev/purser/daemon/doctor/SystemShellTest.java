package dev.purser.daemon.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a command of another user gets of root's, which is nothing. */
class SystemShellTest {
  @Test
  void commandHasNeitherOurTerminalNorOurEnvironment() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            "script",
            "--quiet",
            "--return",
            "--command",
            "'%s' -cp '%s' %s"
                .formatted(
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    System.getProperty("java.class.path"),
                    OnATerminal.class.getName()),
            "/dev/null");
    builder.environment().put("SECRET", "of root");
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(told)
        .contains("we have a terminal: true")
        .contains("cannot open /dev/tty: No such device or address")
        .containsPattern("its environment: (PATH=\\S+ LC_ALL=C.UTF-8|LC_ALL=C.UTF-8 PATH=\\S+)\\s");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // Else it waits for good.
  void commandThatIsStoppedIsKilled() throws Exception {
    Shell.Ran ran =
        new SystemShell(Duration.ofSeconds(1)).run("sh", "-c", "echo no; kill -STOP $$");

    assertThat(ran).isEqualTo(new Shell.Ran(137, "no\n"));
  }

  @Test
  void commandsExitIsTold() throws Exception {
    assertThat(new SystemShell(Duration.ofSeconds(60)).run("sh", "-c", "exit 7").exit())
        .isEqualTo(7);
  }

  @Test
  void commandThatIsNotThereIsToldApart() {
    assertThatThrownBy(() -> new SystemShell(Duration.ofSeconds(60)).run("no-such-command"))
        .isInstanceOf(IOException.class);
  }
}
