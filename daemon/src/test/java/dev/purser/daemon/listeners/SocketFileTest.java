package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.purser.daemon.files.FileOwner;
import dev.purser.daemon.listeners.RawHttp.Reply;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a socket may lie, and who may take its place. */
class SocketFileTest {
  private Path directory;

  @BeforeEach
  void makeDirectory() throws IOException {
    directory = DoorsUnderTest.newDirectory();
  }

  @Test
  void modesAreTightFromTheStart() throws Exception {
    try (DoorsUnderTest doors = DoorsUnderTest.in(directory).start()) {
      assertThat(mode(directory.resolve("agent"))).isEqualTo("rwxr-x---");
      assertThat(mode(directory.resolve("control"))).isEqualTo("rwx------");
      assertThat(mode(doors.agentSocket())).isEqualTo("rw-rw----");
      assertThat(mode(doors.controlSocket())).isEqualTo("rw-rw----");
    }
  }

  @Test
  void directoryThatIsThereIsTightened() throws Exception {
    makeAgentDirectory("rwxr-xr-x");
    try (DoorsUnderTest doors = DoorsUnderTest.in(directory).start()) {
      assertThat(mode(doors.directory.resolve("agent"))).isEqualTo("rwxr-x---");
    }
  }

  @Test
  void socketIsGoneAfterStopping() throws Exception {
    DoorsUnderTest doors = DoorsUnderTest.in(directory).start();
    doors.close();

    assertThat(doors.agentSocket()).doesNotExist();
    try (DoorsUnderTest again = DoorsUnderTest.in(directory).start()) {
      assertThat(again.agentSocket()).exists();
    }
  }

  @Test
  void secondDaemonIsRefusedAndLeavesTheFirstAlone() throws Exception {
    try (DoorsUnderTest first = DoorsUnderTest.in(directory).start()) {
      assertThatThrownBy(() -> DoorsUnderTest.in(directory).start())
          .hasMessageContaining("Another daemon is listening on " + first.agentSocket());

      assertThat(ask(first).status()).isEqualTo(200);
    }
  }

  @Test
  void daemonThatIsOnlyJustStartingKeepsOthersOut() throws Exception {
    makeAgentDirectory("rwxr-x---");
    Process starting = holdLockElsewhere(directory.resolve("agent/agent.sock.lock"));
    try {
      assertThatThrownBy(() -> DoorsUnderTest.in(directory).start())
          .hasMessageContaining("Another daemon is listening");
    } finally {
      starting.destroyForcibly().waitFor();
    }
    try (DoorsUnderTest doors = DoorsUnderTest.in(directory).start()) {
      assertThat(ask(doors).status()).isEqualTo(200);
    }
  }

  @Test
  void listenerWithoutALockIsLeftAloneToo() throws Exception {
    makeAgentDirectory("rwxr-x---");
    Path socket = directory.resolve("agent/agent.sock");
    try (ServerSocketChannel other = listenOn(socket)) {
      assertThatThrownBy(() -> DoorsUnderTest.in(directory).start())
          .hasMessageContaining("Another daemon is listening on " + socket);

      assertThat(socket).exists();
      RawHttp.open(socket).close();
      assertThat(other.accept()).isNotNull();
    }
  }

  @Test
  void staleSocketIsReplaced() throws Exception {
    makeAgentDirectory("rwxr-x---");
    listenOn(directory.resolve("agent/agent.sock")).close();
    assertThat(directory.resolve("agent/agent.sock")).exists();

    try (DoorsUnderTest doors = DoorsUnderTest.in(directory).start()) {
      assertThat(ask(doors).status()).isEqualTo(200);
    }
  }

  @Test
  void fileThatIsNoSocketIsNotRemoved() throws Exception {
    makeAgentDirectory("rwxr-x---");
    Path file = Files.writeString(directory.resolve("agent/agent.sock"), "mine");

    assertThatThrownBy(() -> DoorsUnderTest.in(directory).start())
        .hasMessageContaining(file + " is no socket");
    assertThat(file).hasContent("mine");
  }

  @Test
  void directoryThatItsGroupMayWriteIsRefused() throws Exception {
    makeAgentDirectory("rwxrwx---");

    assertThatThrownBy(() -> DoorsUnderTest.in(directory).start())
        .hasMessageContaining("chmod g-w,o-w " + directory.resolve("agent"));
    assertThat(directory.resolve("agent/agent.sock")).doesNotExist();
  }

  @Test
  void ancestorThatOthersMayWriteIsRefused() throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThatThrownBy(() -> DoorsUnderTest.in(directory).start())
        .hasMessageContaining("chmod g-w,o-w " + directory);
    assertThat(directory.resolve("agent")).doesNotExist();
  }

  @Test
  void symlinkInPlaceOfTheDirectoryIsRefused() throws Exception {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Files.createSymbolicLink(directory.resolve("agent"), elsewhere);

    assertThatThrownBy(() -> DoorsUnderTest.in(directory).start())
        .hasMessageContaining(directory.resolve("agent") + " must be a directory and no symlink");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void symlinkOfAnotherUserIsRefused() throws Exception {
    assumeTrue(FileOwner.ownUid() == 0, "not root");
    Path real = Files.createDirectory(directory.resolve("real"));
    Path planted = Files.createSymbolicLink(directory.resolve("planted"), real);
    giveToNobody(planted);

    assertThatThrownBy(() -> DoorsUnderTest.in(planted).start())
        .hasMessageContaining(planted + " is a symlink of another user (uid 65534)");
    assertThat(real).isEmptyDirectory();
  }

  @Test
  void ownSymlinkOnTheWayIsFollowed() throws Exception {
    Path real = Files.createDirectory(directory.resolve("real"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), real);

    try (DoorsUnderTest doors = DoorsUnderTest.in(link).start()) {
      assertThat(ask(doors).status()).isEqualTo(200);
    }
  }

  @Test
  void ownSymlinkThatLeadsThroughAnothersDirectoryIsRefused() throws Exception {
    assumeTrue(FileOwner.ownUid() == 0, "not root");
    Path theirs = Files.createDirectory(directory.resolve("theirs"));
    Path inside = Files.createDirectories(theirs.resolve("inside"));
    giveToNobody(theirs);
    Path link = Files.createSymbolicLink(directory.resolve("link"), inside);

    assertThatThrownBy(() -> DoorsUnderTest.in(link).start())
        .hasMessageContaining(theirs + " is a directory of another user (uid 65534)");
  }

  @Test
  void directoryOfAnotherUserIsRefused() throws Exception {
    assumeTrue(FileOwner.ownUid() == 0, "not root");
    makeAgentDirectory("rwxr-x---");
    giveToNobody(directory.resolve("agent"));

    assertThatThrownBy(() -> DoorsUnderTest.in(directory).start())
        .hasMessageContaining(directory.resolve("agent") + " is a directory of another user");
  }

  @Test
  void lockIsNotWrittenThroughASymlink() throws Exception {
    makeAgentDirectory("rwxr-x---");
    Path victim = directory.resolve("victim");
    Files.createSymbolicLink(directory.resolve("agent/agent.sock.lock"), victim);

    assertThatThrownBy(() -> DoorsUnderTest.in(directory).start()).isInstanceOf(IOException.class);
    assertThat(victim).doesNotExist();
  }

  @Test
  void groupThatDoesNotExistIsNamed() {
    assertThatThrownBy(
            () -> {
              DoorsUnderTest doors = DoorsUnderTest.in(directory);
              doors.group = "no-such-group";
              doors.start();
            })
        .hasMessageContaining("'no-such-group'");
  }

  private static Process holdLockElsewhere(Path lock) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HoldLock.class.getName(),
                lock.toString())
            .start();
    assertThat(process.getInputStream().read()).as("sign of the other process").isEqualTo('L');
    return process;
  }

  /** Another process that holds a lock until it is killed. */
  static final class HoldLock {
    private HoldLock() {}

    public static void main(String[] arguments) throws IOException {
      try (FileChannel channel =
              FileChannel.open(
                  Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        System.out.print(lock.isValid() ? "L" : "?");
        System.out.flush();
        System.in.read();
      }
    }
  }

  private static Reply ask(DoorsUnderTest doors) throws IOException {
    return RawHttp.send(doors.agentSocket(), RawHttp.post("/v1/propose-order", "{}"));
  }

  private static ServerSocketChannel listenOn(Path socket) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    channel.bind(UnixDomainSocketAddress.of(socket));
    return channel;
  }

  private void makeAgentDirectory(String mode) throws IOException {
    Path agent = Files.createDirectory(directory.resolve("agent"));
    Files.setPosixFilePermissions(agent, PosixFilePermissions.fromString(mode));
  }

  private static void giveToNobody(Path path) throws IOException {
    Files.setAttribute(path, "unix:uid", OtherUser.NOBODY, LinkOption.NOFOLLOW_LINKS);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
