package dev.purser.daemon.confirmation;

import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.ledger.OpenBooks;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The owner's links: they locate an order and confirm nothing. */
public final class Links {
  private static final String ORDER = "/o/";

  private final Jdbi jdbi;
  private final SecureRandom random;
  private final URI baseUrl;

  /**
   * Links below one address.
   *
   * @param baseUrl where the owner's browser reaches this daemon
   */
  public Links(Jdbi jdbi, SecureRandom random, URI baseUrl) {
    this.jdbi = jdbi;
    this.random = random;
    this.baseUrl = baseUrl;
  }

  /** A new link to the order; its locator is in nobody's hands but the caller's. */
  public Locator issue(OpenBooks books, UUID order) {
    Locator locator = Locator.random(random);
    books.dao(LinksDao.class).insert(locator.digest(), order, books.now());
    books.record(AuditEntry.of("link.issued", order, "daemon", Map.of()));
    return locator;
  }

  /** The order that the link is to. */
  public Optional<UUID> order(Locator locator) {
    return jdbi.withExtension(LinksDao.class, dao -> dao.order(locator.digest()));
  }

  /**
   * One link to the page that shows several orders, made of the links to each.
   *
   * @param links as {@link #url} makes them
   * @return empty for less than two, and for more than the page shows
   */
  public static Optional<URI> together(List<URI> links) {
    if (links.size() < 2 || links.size() > Together.MAX) {
      return Optional.empty();
    }
    String locators =
        links.stream()
            .map(link -> link.getPath().substring(ORDER.length()))
            .collect(Collectors.joining("."));
    return Optional.of(links.get(0).resolve("/several/" + locators));
  }

  /** The whole link. For the owner's mail and page and for nothing else. */
  public URI url(Locator locator) {
    return baseUrl.resolve(ORDER + locator.reveal());
  }
}
