package dev.purser.daemon.wall;

import static dev.purser.daemon.wall.FilesOfAHouse.DAEMON;
import static dev.purser.daemon.wall.FilesOfAHouse.give;
import static dev.purser.daemon.wall.FilesOfAHouse.mode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.purser.daemon.files.FileOwner;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.policy.PolicyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that the wall rests on, kept as it should be and not. */
class WallTest {
  private static final int AGENT = 4243;

  private FilesOfAHouse house;

  @BeforeEach
  void layOut(@TempDir Path directory) throws Exception {
    assumeTrue(FileOwner.ownUid() == 0, "not root: files cannot be given to other users");
    house = new FilesOfAHouse(directory);
  }

  @Test
  void secretFilesAreAllThatTheConfigurationNames() throws Exception {
    assertThat(Footprint.secretFiles(house.config()))
        .containsExactlyInAnyOrder(
            house.path("secrets/passphrase"),
            house.path("secrets/stripe"),
            house.path("secrets/smtp"),
            house.path("secrets/remote"),
            house.path("secrets/remote.p12"),
            house.path("var/mandate-key"));
  }

  @Test
  void houseInOrderIsLetStart() {
    assertThatCode(this::require).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "etc",
        "etc/purser.yml",
        "etc/policy.yml",
        "etc/vendors",
        "etc/vendors/corner-store.yml",
        "etc/vendors/corner-store.csv",
        "secrets",
        "secrets/passphrase",
        "secrets/stripe",
        "secrets/smtp",
        "var",
        "var/db",
        "var/outbox",
        "var/mandate-key",
        "var/dry-run",
        "var/orders"
      })
  void whatAnAgentOwnsIsRefusedAndNamed(String name) throws Exception {
    give(house.path(name), AGENT);

    assertRefused(house.path(name), "another user (uid 4243)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "etc",
        "etc/purser.yml",
        "etc/policy.yml",
        "etc/vendors",
        "etc/vendors/corner-store.yml",
        "etc/vendors/corner-store.csv",
        "secrets",
        "secrets/passphrase",
        "secrets/stripe",
        "secrets/smtp",
        "var",
        "var/db",
        "var/outbox",
        "var/mandate-key",
        "var/dry-run",
        "var/orders"
      })
  void whatOthersMayWriteIsRefusedAndNamed(String name) throws Exception {
    mode(house.path(name), "rwx----w-");

    assertRefused(house.path(name), "can be written by its group or by others: chmod g-w,o-w");
  }

  /** Whoever takes the daemon over must not be able to widen what the owner allows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "etc",
        "etc/purser.yml",
        "etc/policy.yml",
        "etc/vendors",
        "etc/vendors/corner-store.yml",
        "etc/vendors/corner-store.csv"
      })
  void whatTheDaemonIsToldByItDoesNotOwn(String name) throws Exception {
    give(house.path(name), DAEMON);

    assertRefused(house.path(name), "another user (uid 4242), not of uid 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secrets",
        "secrets/passphrase",
        "secrets/stripe",
        "secrets/smtp",
        "var/db",
        "var/outbox",
        "var/mandate-key",
        "var/dry-run"
      })
  void whatOthersMayReadIsRefusedAndNamed(String name) throws Exception {
    mode(house.path(name), "rwxr-x---");
    assertRefused(house.path(name), "is open to its group or to others: chmod go-rwx");

    give(house.path(name), 0);
    mode(house.path(name), "rwxr-xr-x");
    assertRefused(house.path(name), "is open to its group or to others: chmod go-rwx");

    mode(house.path(name), "rwx------");
    assertThatCode(this::require).doesNotThrowAnyException();
  }

  @Test
  void plantedSymlinkIsRefusedAndRootsOwnIsFollowed() throws Exception {
    Path policy = house.path("etc/policy.yml");
    Path moved = Files.move(policy, house.path("policy"), StandardCopyOption.ATOMIC_MOVE);
    Files.createSymbolicLink(policy, moved);
    assertThatCode(this::require).doesNotThrowAnyException();

    give(policy, AGENT);
    assertRefused(policy, "is a symlink of another user (uid 4243)");
  }

  @Test
  void fileInTheVendorsDirectoryThatNobodyMentionsCountsToo() throws Exception {
    Path other = Files.writeString(house.path("etc/vendors/other.yml"), "id: other");
    give(other, AGENT);

    assertRefused(other, "another user");
  }

  @Test
  void catalogueElsewhereCountsToo() throws Exception {
    Path description = house.path("etc/vendors/corner-store.yml");
    Path elsewhere = Files.createDirectory(house.path("elsewhere"));
    Files.move(house.path("etc/vendors/corner-store.csv"), elsewhere.resolve("prices.csv"));
    Files.writeString(
        description,
        Files.readString(description).replace("corner-store.csv", elsewhere + "/prices.csv"));
    assertThatCode(this::require).doesNotThrowAnyException();

    give(elsewhere, AGENT);
    assertRefused(elsewhere, "is a directory of another user");
  }

  @Test
  void secretThatIsNotThereYetIsAsSafeAsItsDirectory() throws Exception {
    Files.delete(house.path("secrets/passphrase"));
    assertThatCode(this::require).doesNotThrowAnyException();

    mode(house.path("secrets"), "rwx-wx---");
    assertRefused(house.path("secrets"), "can be written");
  }

  @Test
  void programAndJdkAreLookedAtToo() throws Exception {
    assertThat(Program.parts())
        .anySatisfy(
            part -> {
              assertThat(part.what()).isEqualTo("JDK");
              assertThat(part.path()).isEqualTo(Path.of(System.getProperty("java.home")));
              assertThat(part.protection()).isEqualTo(Protection.ROOT_ONLY_TREE);
            })
        .anySatisfy(
            part -> {
              assertThat(part.what()).isEqualTo("program");
              assertThat(part.path()).isAbsolute();
              assertThat(part.protection()).isEqualTo(Protection.ROOT_ONLY_TREE);
            });
  }

  /** Whoever can put a unit there decides what runs as the daemon. */
  @Test
  void unitThatIsNotThereIsAsSafeAsItsDirectory() {
    assertThat(Program.parts().filter(part -> part.what().equals("systemd unit")))
        .extracting(Guarded::path)
        .contains(
            Path.of("/etc/systemd/system/purser.service"),
            Path.of("/etc/systemd/system/purser.service.d"));
    assertThat(Program.parts().filter(part -> part.what().equals("systemd unit")))
        .allSatisfy(part -> assertThat(part.exposure(DAEMON)).isEmpty());
  }

  @Test
  void rootIsRefusedAndSoIsAnAgentsUid() throws Exception {
    Policy policy = PolicyFile.read(house.path("etc/policy.yml"));

    assertThatThrownBy(() -> Wall.requireOwnUser(0, policy))
        .isInstanceOf(BreachedWallException.class)
        .hasMessageContaining("must not run as root");
    assertThatThrownBy(() -> Wall.requireOwnUser(AGENT, policy))
        .isInstanceOf(BreachedWallException.class)
        .hasMessageContaining("agent 'pantry'");
    assertThatCode(() -> Wall.requireOwnUser(DAEMON, policy)).doesNotThrowAnyException();
  }

  /** Else a changed file would only have to say that it is a demo's. */
  @Test
  void demoIsItsFilesOwnUsers() throws Exception {
    Path file = house.path("etc/purser.yml");
    give(file, AGENT);

    assertThatCode(() -> Wall.requireOwnDemo(file, AGENT)).doesNotThrowAnyException();
    assertThatThrownBy(() -> Wall.requireOwnDemo(file, DAEMON))
        .isInstanceOf(BreachedWallException.class)
        .hasMessageContaining(file + " says 'demo: true' and belongs to another user (uid 4243)");
  }

  private void require() throws Exception {
    Wall.requireGuarded(house.footprint(), DAEMON);
  }

  private void assertRefused(Path path, String fact) {
    assertThatThrownBy(this::require)
        .isInstanceOf(BreachedWallException.class)
        .hasMessageContaining(path.toString())
        .hasMessageContaining(fact);
  }
}
