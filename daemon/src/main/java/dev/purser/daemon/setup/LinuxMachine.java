package dev.purser.daemon.setup;

import dev.purser.daemon.processes.Detached;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.time.Duration;
import java.util.List;

/** This machine, by its own tools: {@code getent}, {@code useradd} and the like. */
public final class LinuxMachine implements Machine {
  private static final int NOT_FOUND = 2;

  /** A directory of users may be on another machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public boolean hasUser(String user) throws IOException {
    return isKnown("passwd", user);
  }

  @Override
  public boolean hasGroup(String group) throws IOException {
    return isKnown("group", group);
  }

  @Override
  public boolean isMember(String user, String group) throws IOException {
    Detached.Ran ran = execute(List.of("id", "-nG", "--", user));
    return ran.exit() == 0 && List.of(ran.output().strip().split("\\s+", -1)).contains(group);
  }

  @Override
  public void run(List<String> words) throws IOException {
    Detached.Ran ran = execute(words);
    if (ran.exit() != 0) {
      throw new IOException(String.join(" ", words) + ": " + ran.output().strip());
    }
  }

  @Override
  public void give(Path path, Ownership ownership) throws IOException {
    UserPrincipalLookupService users = path.getFileSystem().getUserPrincipalLookupService();
    PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    view.setGroup(users.lookupPrincipalByGroupName(ownership.group()));
    // Before it is given away: its new owner could put a link in its place.
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(ownership.permissions()));
    view.setOwner(users.lookupPrincipalByName(ownership.user()));
  }

  @Override
  public Ownership ownershipOf(Path path) throws IOException {
    PosixFileAttributes found =
        Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return new Ownership(
        found.owner().getName(),
        found.group().getName(),
        PosixFilePermissions.toString(found.permissions()));
  }

  private static boolean isKnown(String database, String name) throws IOException {
    Detached.Ran ran = execute(List.of("getent", database, name));
    if (ran.exit() != 0 && ran.exit() != NOT_FOUND) {
      throw new IOException("getent %s: %s".formatted(database, ran.output().strip()));
    }
    return ran.exit() == 0;
  }

  private static Detached.Ran execute(List<String> words) throws IOException {
    return new Detached(PATIENCE).run(words, "");
  }
}
