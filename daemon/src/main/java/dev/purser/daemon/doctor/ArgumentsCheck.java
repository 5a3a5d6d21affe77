package dev.purser.daemon.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether a secret is among the daemon's arguments, which all may read, or in its environment. */
record ArgumentsCheck(Proc proc, int pid, List<Path> secrets) implements Check {
  @Override
  public String name() {
    return "arguments and environment";
  }

  @Override
  public List<Finding> look() throws IOException {
    for (Path secret : secrets) {
      if (!Files.isRegularFile(secret)) {
        continue;
      }
      String word = Files.readString(secret, StandardCharsets.ISO_8859_1).strip();
      for (String place : List.of("cmdline", "environ")) {
        if (!word.isEmpty() && proc.text(pid + "/" + place).contains(word)) {
          return List.of(
              Finding.fail(
                  name(),
                  "what is in %s is also in the daemon's %s".formatted(secret, place),
                  "take it out of the unit and the command, and change the secret"));
        }
      }
    }
    return List.of(Finding.ok(name(), "no secret is in them"));
  }
}
