package dev.purser.daemon.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A machine to install things on: this one, seen through a layer of its own that takes every
 * change, with processes of its own. Closing it undoes all of that. Its network is ours. Needs
 * root, and a kernel that lets root make namespaces.
 */
final class ScratchMachine implements AutoCloseable {
  private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  private static final String BUILD =
      """
      set -e
      at=%s
      mount -t tmpfs -o mode=755 tmpfs $at
      mkdir $at/changes $at/work $at/root
      mount -t overlay -o lowerdir=/,upperdir=$at/changes,workdir=$at/work overlay $at/root
      mount -t proc proc $at/root/proc
      mount --rbind /dev $at/root/dev
      mount -t tmpfs -o mode=755 tmpfs $at/root/run
      mount -t tmpfs -o mode=1777 tmpfs $at/root/tmp
      %s
      mkdir $at/root/mnt/outside
      cd $at/root
      pivot_root . mnt/outside
      umount --lazy /mnt/outside
      echo ready
      exec sleep infinity
      """;

  private static final String SHOW =
      """
      mkdir $at/root%2$s
      mount --bind '%1$s' $at/root%2$s
      mount -o remount,bind,ro $at/root%2$s
      """;

  private final Process outside;
  private final Path at;
  private final long first;

  private ScratchMachine(Process outside, Path at, long first) {
    this.outside = outside;
    this.at = at;
    this.first = first;
  }

  /** Whether this process may make one. */
  static boolean isPossible() {
    return OsUsers.ownUid().equals("0")
        && Command.of("unshare", "--mount", "--pid", "--fork", "true").run().exit() == 0;
  }

  static ScratchMachine build() {
    return build("");
  }

  /** One that sees a directory of ours under a name of its own, and cannot change it. */
  static ScratchMachine buildThatSees(Path ours, String as) {
    return build(SHOW.formatted(ours, as));
  }

  private static ScratchMachine build(String shown) {
    try {
      Path at = Files.createTempDirectory("purser-machine-");
      Process outside =
          new ProcessBuilder(
                  "unshare",
                  "--mount",
                  "--pid",
                  "--fork",
                  "--kill-child",
                  "sh",
                  "-c",
                  BUILD.formatted(at, shown))
              .redirectErrorStream(true)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(outside::destroyForcibly));
      String said =
          new BufferedReader(new InputStreamReader(outside.getInputStream(), UTF_8)).readLine();
      if (!"ready".equals(said)) {
        throw new IllegalStateException("no scratch machine: " + said);
      }
      long first = outside.children().findFirst().orElseThrow().pid();
      return new ScratchMachine(outside, at, first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a file of the machine is seen from outside it, by root. */
  Path file(String path) {
    return Path.of("/proc", Long.toString(first), "root", path);
  }

  /** Puts a file of ours into it. */
  void put(Path from, String to) {
    try {
      Files.copy(from, file(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A shell's command as this user, with nothing of our environment. */
  Command as(String user, String command) {
    List<String> words =
        new ArrayList<>(List.of("nsenter", "--target", Long.toString(first), "--mount", "--pid"));
    words.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--init-groups"));
    words.addAll(List.of("env", "--ignore-environment", "PATH=" + PATH, "HOME=/tmp"));
    words.addAll(List.of("LANG=C.UTF-8", "sh", "-c", command));
    return new Command(words);
  }

  Command asRoot(String command) {
    return as("root", command);
  }

  @Override
  public void close() {
    outside.destroyForcibly();
    try {
      outside.waitFor();
      Files.deleteIfExists(at);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
