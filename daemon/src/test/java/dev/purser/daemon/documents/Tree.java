package dev.purser.daemon.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source tree, as a reader of the documents has it before them. */
public final class Tree {
  /** Tests run in their module's directory. */
  public static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private Tree() {}

  public static String text(String path) {
    return text(ROOT.resolve(path));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The README and all that lies under docs/. */
  public static List<Path> documents() {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every Java file of what is built, without tests. */
  static List<Path> mainSources() {
    return Stream.of("agent-api", "budgets", "vendors", "daemon")
        .map(module -> ROOT.resolve(module).resolve("src/main/java"))
        .flatMap(Tree::javaFiles)
        .toList();
  }

  private static Stream<Path> javaFiles(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(path -> path.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
