package dev.purser.daemon.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** What is wrong with a file, for people: the exceptions name the path and not the trouble. */
public final class FileTrouble {
  private FileTrouble() {}

  /** Why this user cannot read the file; empty when it can. */
  public static Optional<String> withReading(Path file) {
    if (Files.isRegularFile(file) && Files.isReadable(file)) {
      return Optional.empty();
    }
    // Below a directory that is closed to this user, a file is neither there nor not.
    return Optional.of(
        Files.notExists(file)
            ? "there is no " + file
            : file + " cannot be read by user " + System.getProperty("user.name"));
  }

  /** The exception as a sentence without a name of the program's. */
  public static String sentence(IOException trouble) {
    String what = String.valueOf(trouble.getMessage());
    if (trouble instanceof NoSuchFileException) {
      return "there is no " + what;
    }
    if (trouble instanceof AccessDeniedException) {
      return what + " is closed to user " + System.getProperty("user.name");
    }
    return trouble instanceof FileAlreadyExistsException ? what + " is there already" : what;
  }
}
