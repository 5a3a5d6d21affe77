package dev.purser.vendors.catalogue;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A catalogue file of which nothing can be used. The message names the file and says why. */
public final class CatalogueUnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CatalogueUnreadableException(Path file, String why, @Nullable Throwable cause) {
    super("%s: %s".formatted(file, why), cause);
  }
}
