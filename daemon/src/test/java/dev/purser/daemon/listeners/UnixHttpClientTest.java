package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.agentapi.socket.DaemonReply;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnixHttpClientTest {

  @Test
  void asksAndTells() throws Exception {
    try (DoorsUnderTest doors = DoorsUnderTest.in(DoorsUnderTest.newDirectory()).start()) {
      UnixHttpClient control = UnixHttpClient.of(doors.controlSocket());
      UnixHttpClient agent = UnixHttpClient.of(doors.agentSocket());
      assertThat(control.get("/control-ping"))
          .isEqualTo(new DaemonReply(200, "control for tester"));
      assertThat(control.get("/no-such-path").status()).isEqualTo(404);
      assertThat(agent.post("/v1/add-to-cart", "{\"item\":\"\u00e9\",\"quantity\":1}").status())
          .isEqualTo(200);
      assertThat(doors.operations.asked).containsExactly("tester: 1 \u00e9");
    }
  }

  @Test
  void missingSocketAsksWhetherTheDaemonRuns() throws Exception {
    Path socket = DoorsUnderTest.newDirectory().resolve("none.sock");

    assertRefused(socket, "There is no " + socket + ": is the daemon running?");
  }

  @Test
  void staleSocketAsksWhetherTheDaemonRuns() throws Exception {
    Path socket = DoorsUnderTest.newDirectory().resolve("stale.sock");
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    channel.bind(UnixDomainSocketAddress.of(socket));
    channel.close();

    assertRefused(socket, "Nobody answers on " + socket + ": is the daemon running?");
  }

  @Test
  void userWithoutARoleIsToldWhereRolesAre() throws Exception {
    try (DoorsUnderTest doors = DoorsUnderTest.in(DoorsUnderTest.newDirectory()).start()) {
      doors.operators.clear();

      assertRefused(doors.controlSocket(), "Roles are in policy.yml");
    }
  }

  @Test
  void socketOutOfReachIsAMatterOfPermission() throws Exception {
    Path directory = DoorsUnderTest.newDirectory();
    try (DoorsUnderTest doors = DoorsUnderTest.in(directory).start()) {
      Files.setPosixFilePermissions(directory, Set.of());

      assertThat(messageWithoutPrivileges(doors.controlSocket()))
          .contains("This user may not open");
    } finally {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void socketWithoutWritePermissionIsAMatterOfPermission() throws Exception {
    try (DoorsUnderTest doors = DoorsUnderTest.in(DoorsUnderTest.newDirectory()).start()) {
      Files.setPosixFilePermissions(doors.controlSocket(), Set.of());

      assertThat(messageWithoutPrivileges(doors.controlSocket()))
          .contains("This user may not open");
    }
  }

  private static String messageWithoutPrivileges(Path socket) throws Exception {
    return OtherUser.runWithoutPrivileges(
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            AskOnce.class.getName(),
            socket.toString()));
  }

  private static void assertRefused(Path socket, String message) throws IOException {
    assertThatThrownBy(() -> UnixHttpClient.of(socket).get("/control-ping"))
        .isInstanceOf(ControlException.class)
        .hasMessageContaining(message);
  }

  /** A command line of one question, for a process of another user. */
  static final class AskOnce {
    private AskOnce() {}

    public static void main(String[] arguments) throws IOException {
      try {
        System.out.println(UnixHttpClient.of(Path.of(arguments[0])).get("/control-ping"));
      } catch (ControlException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
