package dev.purser.daemon.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/**
 * Gives a test its {@link Database}, empty and migrated: an H2 file at its first run, a database of
 * its own on a real PostgreSQL at its second.
 */
public final class EachDatabase implements TestTemplateInvocationContextProvider {
  private static final Namespace NAMESPACE = Namespace.create(EachDatabase.class);

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    return Stream.of(DatabaseKind.values()).map(On::new);
  }

  /** The database of the running test. */
  public static Database of(ExtensionContext context) {
    Opened opened = context.getStore(NAMESPACE).get(Opened.class, Opened.class);
    if (opened == null) {
      throw new IllegalStateException("not a test @OnEachDatabase");
    }
    return opened.database();
  }

  private record On(DatabaseKind kind) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocationIndex) {
      return kind.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new Opening(kind));
    }
  }

  private record Opening(DatabaseKind kind) implements ParameterResolver, BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
      Path directory = Files.createTempDirectory("purser-books");
      context.getStore(NAMESPACE).put(Opened.class, new Opened(kind.open(directory), directory));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Database.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return of(context);
    }
  }

  /** Closed by JUnit with the test's store, after whatever was put there later. */
  private record Opened(Database database, Path directory) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      database.close();
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).forEach(Opened::delete);
      }
    }

    private static void delete(Path file) {
      try {
        Files.delete(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
