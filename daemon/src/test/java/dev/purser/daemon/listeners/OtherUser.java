package dev.purser.daemon.listeners;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.purser.daemon.files.FileOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands as another OS user. Needs root, setpriv and curl; tests without them are skipped. */
final class OtherUser {
  /** Debian's nobody and nogroup. */
  static final int NOBODY = 65534;

  static final String NOBODYS_GROUP = "nogroup";

  private OtherUser() {}

  static void assumePossible() throws IOException {
    assumeTrue(FileOwner.ownUid() == 0, "not root");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "no setpriv");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "no curl");
  }

  /** The status of this post, as a user with this uid and this one group; 0 if not connected. */
  static int post(int uid, int gid, Path socket, String path) throws Exception {
    String answer =
        run(
            uid,
            gid,
            List.of(
                "curl",
                "--silent",
                "--max-time",
                "20",
                "--output",
                "/dev/null",
                "--write-out",
                "%{http_code}",
                "--unix-socket",
                socket.toString(),
                "--json",
                "{\"item\":\"eggs\",\"quantity\":1}",
                "http://x" + path));
    return Integer.parseInt(answer.strip());
  }

  /** What a command prints that root's power to pass over file modes is taken from. */
  static String runWithoutPrivileges(List<String> command) throws Exception {
    assumePossible();
    return output(concat(List.of("/usr/bin/setpriv", "--bounding-set=-all"), command));
  }

  private static String run(int uid, int gid, List<String> command) throws Exception {
    return output(
        concat(
            List.of("/usr/bin/setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"),
            command));
  }

  private static List<String> concat(List<String> first, List<String> second) {
    List<String> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  private static String output(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).directory(Path.of("/").toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    assertThat(output).as("output of %s", command.get(1)).isNotBlank();
    return output;
  }
}
