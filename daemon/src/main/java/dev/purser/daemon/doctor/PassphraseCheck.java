package dev.purser.daemon.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether the owner can confirm at all. */
record PassphraseCheck(Path file) implements Check {
  @Override
  public String name() {
    return "owner's proof";
  }

  @Override
  public List<Finding> look() throws IOException {
    boolean set = Files.isRegularFile(file) && Files.readString(file).startsWith("$argon2id$");
    return List.of(
        set
            ? Finding.ok(name(), "a passphrase is set")
            : Finding.fail(
                name(), "none is set: nobody can confirm", "purser setup --passphrase-only"));
  }
}
