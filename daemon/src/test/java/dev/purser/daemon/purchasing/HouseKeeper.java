package dev.purser.daemon.purchasing;

import dev.purser.daemon.database.EachDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test {@code @OnEachDatabase} a {@link House} on its database, and after it looks whether
 * journal, balances, orders and audit trail agree.
 */
public final class HouseKeeper implements ParameterResolver, AfterTestExecutionCallback {
  private static final Namespace NAMESPACE = Namespace.create(HouseKeeper.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == House.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Kept.class, unused -> Kept.on(context), Kept.class)
        .house();
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    Kept kept = context.getStore(NAMESPACE).get(Kept.class, Kept.class);
    if (kept != null && context.getExecutionException().isEmpty()) {
      kept.house().requireAgreement();
    }
  }

  private record Kept(House house, Path directory) implements AutoCloseable {
    static Kept on(ExtensionContext context) {
      try {
        Path directory = Files.createTempDirectory("purser-house");
        return new Kept(new House(EachDatabase.of(context), directory), directory);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      house.close();
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
