package dev.purser.daemon.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way into a path, open and shut. A path is guarded here for root and for ourselves. */
class PathGuardTest {
  private static final int NOBODY = 65534;

  private final Path directory;
  private PathGuard guard;
  private Path policy;

  PathGuardTest(@TempDir Path directory) throws IOException {
    this.directory = directory.toRealPath();
  }

  @BeforeEach
  void layOut() throws IOException {
    guard = PathGuard.rootAnd(FileOwner.ownUid());
    Files.createDirectory(directory.resolve("etc"));
    policy = Files.writeString(directory.resolve("etc/policy.yml"), "text");
    mode("etc", "rwxr-xr-x");
    mode("etc/policy.yml", "rw-r--r--");
  }

  @Test
  void whatOnlyItsOwnerWritesIsGuarded() {
    assertThat(guard.exposureOf(policy)).isEmpty();
    assertThat(guard.exposureOfTree(directory.resolve("etc"))).isEmpty();
  }

  @Test
  void fileThatItsGroupMayWriteIsNot() throws IOException {
    mode("etc/policy.yml", "rw-rw-r--");

    assertThat(exposed(policy)).isEqualTo(policy);
    assertThat(guard.exposureOf(policy).orElseThrow().sentence())
        .isEqualTo(policy + " can be written by its group or by others: chmod g-w,o-w " + policy);
  }

  @Test
  void ancestorThatOthersMayWriteIsNot() throws IOException {
    mode("etc", "rwxr-xrwx");

    assertThat(exposed(policy)).isEqualTo(directory.resolve("etc"));
  }

  @Test
  void stickyAncestorIsLetPassAsLongAsWhatIsInItIsOurs() throws IOException {
    makeSticky("etc");

    assertThat(guard.exposureOf(policy)).isEmpty();
    assertThat(guard.exposureOnTheWayTo(directory.resolve("etc"))).isEmpty();
  }

  @Test
  void stickyDirectoryIsNoPlaceForWhatIsNotThereYet() throws IOException {
    makeSticky("etc");

    assertThat(exposed(directory.resolve("etc/unborn.yml"))).isEqualTo(directory.resolve("etc"));
    assertThat(exposed(directory.resolve("etc"))).isEqualTo(directory.resolve("etc"));
  }

  @Test
  void whatIsMissingIsAsSafeAsItsDirectory() throws IOException {
    assertThat(guard.exposureOf(directory.resolve("etc/no/such.yml"))).isEmpty();

    mode("etc", "rwxrwxr-x");

    assertThat(exposed(directory.resolve("etc/no/such.yml"))).isEqualTo(directory.resolve("etc"));
  }

  @Test
  void fileOfAnotherUserIsNot() throws IOException {
    giveToNobody(policy);

    assertThat(exposed(policy)).isEqualTo(policy);
    assertThat(new PathGuard(java.util.Set.of(0, NOBODY)).exposureOf(policy)).isEmpty();
  }

  @Test
  void whatMayOnlyBeRootsIsNotTheDaemons() throws IOException {
    giveToNobody(policy);

    assertThat(PathGuard.root().exposureOf(policy)).isPresent();
    assertThat(PathGuard.rootAnd(NOBODY).exposureOf(policy)).isEmpty();
  }

  @Test
  void ancestorOfAnotherUserIsNot() throws IOException {
    giveToNobody(directory.resolve("etc"));

    assertThat(exposed(policy)).isEqualTo(directory.resolve("etc"));
  }

  @Test
  void symlinkOfAnotherUserIsNot() throws IOException {
    Path planted = Files.createSymbolicLink(directory.resolve("planted"), policy);
    assertThat(guard.exposureOf(planted)).isEmpty();

    giveToNobody(planted);

    assertThat(exposed(planted)).isEqualTo(planted);
  }

  /** The end of the chain is ours, and so is its beginning; the middle is theirs. */
  @Test
  void symlinkOnTheWayThroughAnothersDirectoryIsNot() throws IOException {
    Path theirs = Files.createDirectory(directory.resolve("theirs"));
    Path middle = Files.createSymbolicLink(theirs.resolve("middle"), policy);
    Path first = Files.createSymbolicLink(directory.resolve("first"), middle);
    assertThat(guard.exposureOf(first)).isEmpty();

    giveToNobody(theirs);

    assertThat(exposed(first)).isEqualTo(theirs);
  }

  @Test
  void dotsAreFollowedWhereTheyLeadAndNotWhereTheySeemTo() throws IOException {
    Path theirs = Files.createDirectories(directory.resolve("theirs/inside"));
    Path link = Files.createSymbolicLink(directory.resolve("etc/link"), theirs);
    Files.writeString(directory.resolve("theirs/policy.yml"), "another");
    mode("theirs", "rwxrwxrwx");

    assertThat(exposed(link.resolve("../policy.yml"))).isEqualTo(directory.resolve("theirs"));
  }

  @Test
  void symlinksInACircleAreNot() throws IOException {
    Path circle = directory.resolve("circle");
    Files.createSymbolicLink(circle, circle);

    assertThat(exposed(circle)).isEqualTo(circle);
  }

  @Test
  void oneOpenFileOpensTheTree() throws IOException {
    Files.createDirectories(directory.resolve("etc/deep/down"));
    Path file = Files.writeString(directory.resolve("etc/deep/down/file"), "text");
    assertThat(guard.exposureOfTree(directory.resolve("etc"))).isEmpty();

    mode("etc/deep/down/file", "rw-rw-rw-");

    assertThat(guard.exposureOfTree(directory.resolve("etc")).orElseThrow().path()).isEqualTo(file);
  }

  @Test
  void treeIsFollowedThroughItsSymlinks() throws IOException {
    Path outside = Files.writeString(directory.resolve("outside"), "text");
    Files.createSymbolicLink(directory.resolve("etc/link"), outside);
    assertThat(guard.exposureOfTree(directory.resolve("etc"))).isEmpty();

    mode("outside", "rw-rw-rw-");

    assertThat(guard.exposureOfTree(directory.resolve("etc")).orElseThrow().path())
        .isEqualTo(outside);
  }

  @Test
  void secretIsForItsOwnerOnly() throws IOException {
    mode("etc/policy.yml", "rw-------");
    assertThat(PathGuard.readableByOthers(policy)).isEmpty();
    assertThat(PathGuard.readableByOthers(directory.resolve("none"))).isEmpty();

    for (String tooOpen : new String[] {"rw-----w-", "rw----r--", "rw------x"}) {
      mode("etc/policy.yml", tooOpen);
      assertThat(PathGuard.readableByOthers(policy)).as(tooOpen).isPresent();
    }
  }

  @Test
  void rootsGroupMayReadSinceSystemdHandsSecretsOverLikeThat() {
    assertThat(new FileOwner(0, 0, 0100440).isOpenToOthers()).isFalse();
    assertThat(new FileOwner(0, 0, 0100444).isOpenToOthers()).isTrue();
    assertThat(new FileOwner(0, 0, 0100460).isOpenToOthers()).isTrue();
    assertThat(new FileOwner(0, 5, 0100440).isOpenToOthers()).isTrue();
    assertThat(new FileOwner(5, 0, 0100440).isOpenToOthers()).isTrue();
  }

  private Path exposed(Path path) {
    Optional<Exposure> exposure = guard.exposureOf(path);
    assertThat(exposure).isPresent();
    return exposure.get().path();
  }

  private void mode(String name, String permissions) throws IOException {
    Files.setPosixFilePermissions(
        directory.resolve(name), PosixFilePermissions.fromString(permissions));
  }

  private void makeSticky(String name) throws IOException {
    Files.setAttribute(directory.resolve(name), "unix:mode", 041777);
  }

  private static void giveToNobody(Path path) throws IOException {
    assumeTrue(FileOwner.ownUid() == 0, "not root");
    Files.setAttribute(path, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
  }
}
