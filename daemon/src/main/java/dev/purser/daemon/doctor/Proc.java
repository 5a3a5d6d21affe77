package dev.purser.daemon.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the kernel tells under {@code /proc}.
 *
 * @param root {@code /proc}
 */
record Proc(Path root) {
  private static final Pattern UID = Pattern.compile("(?m)^Uid:\\s+(\\d+)\\s+(\\d+)");
  private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");

  /** All processes that run as this uid. */
  List<Integer> processesOf(int uid) throws IOException {
    List<Integer> pids = new ArrayList<>();
    try (Stream<Path> all = Files.list(root)) {
      for (Path process : all.filter(path -> isNumber(path.getFileName().toString())).toList()) {
        if (uidOf(process) == uid) {
          pids.add(Integer.valueOf(process.getFileName().toString()));
        }
      }
    }
    return pids;
  }

  /** The text of a file, or nothing where there is none. */
  String text(String name) {
    try {
      return Files.readString(root.resolve(name), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  /** The inodes of all sockets that a process holds open. */
  Set<String> socketsOf(int pid) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> open = Files.list(root.resolve(pid + "/fd"))) {
      for (Path descriptor : open.toList()) {
        Matcher socket = SOCKET.matcher(targetOf(descriptor));
        if (socket.matches()) {
          inodes.add(socket.group(1));
        }
      }
    }
    return inodes;
  }

  /** The inodes of the sockets bound at a path. */
  Set<String> inodesOf(String socket) {
    Set<String> inodes = new HashSet<>();
    text("net/unix")
        .lines()
        .map(line -> line.strip().split("\\s+", 8))
        .filter(row -> row.length > 7 && row[7].equals(socket))
        .forEach(row -> inodes.add(row[6]));
    return inodes;
  }

  /** -1 for one that has ended and is only still listed. */
  private int uidOf(Path process) {
    String status = text(process.getFileName() + "/status");
    Matcher uid = UID.matcher(status);
    return !status.contains("\nState:\tZ") && uid.find()
        ? Integer.parseUnsignedInt(uid.group(2))
        : -1;
  }

  private static String targetOf(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static boolean isNumber(String name) {
    return name.matches("[0-9]{1,9}");
  }
}
