package dev.purser.vendors.catalogue;

import dev.purser.vendors.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A catalogue file that may be replaced at any time. Each use looks whether it has changed (time,
 * size, file key) and reads it again if so; while the new one cannot be read, the last good one
 * counts.
 */
final class LiveCatalogue {
  private static final Logger LOG = LoggerFactory.getLogger(LiveCatalogue.class);
  private static final int PROBLEMS_LOGGED = 10;

  private record Fingerprint(FileTime changed, long size, Optional<Object> key) {
    /** Empty for a file that is not there. */
    static Optional<Fingerprint> of(Path file) {
      try {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return Optional.of(
            new Fingerprint(
                attributes.lastModifiedTime(),
                attributes.size(),
                Optional.ofNullable(attributes.fileKey())));
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }

  private record Reading(CatalogueLoad load, Catalogue catalogue) {}

  private final CatalogueFile file;
  private Optional<Fingerprint> seen;
  private Reading lastGood;

  /**
   * Reads the file.
   *
   * @throws CatalogueUnreadableException at the start there is no last good one to fall back to
   */
  LiveCatalogue(CatalogueFile file) {
    this.file = file;
    this.seen = Fingerprint.of(file.path());
    this.lastGood = read();
  }

  synchronized Catalogue now() {
    return current().catalogue();
  }

  synchronized CatalogueLoad load() {
    return current().load();
  }

  private Reading current() {
    // Taken before reading: a change during it is seen at the next use.
    Optional<Fingerprint> found = Fingerprint.of(file.path());
    if (!found.equals(seen)) {
      seen = found;
      refresh();
    }
    return lastGood;
  }

  private void refresh() {
    try {
      lastGood = read();
    } catch (CatalogueUnreadableException e) {
      LOG.warn("The last good catalogue stays in use. {}", e.getMessage());
    }
  }

  private Reading read() {
    CatalogueLoad load = file.load();
    LOG.info(
        "{}: {} products, {} rows left out",
        file.path(),
        load.products().size(),
        load.problems().size());
    load.problems().stream()
        .limit(PROBLEMS_LOGGED)
        .forEach(problem -> LOG.warn("{}: {}", file.path(), problem));
    return new Reading(load, new IndexedCatalogue(load.products()));
  }
}
