package dev.purser.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.budgets.Money;
import dev.purser.daemon.config.PurserConfiguration;
import dev.purser.daemon.policy.Policy;
import io.dropwizard.jackson.Jackson;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who changes the policy, even for one start only, leaves a trace. */
class PolicyLoadedTest {

  @Test
  void everyLoadIsOnRecordWithItsHash(@TempDir Path directory) {
    PurserConfiguration config =
        Jackson.newObjectMapper()
            .convertValue(
                Map.of("database", Map.of("url", "h2:" + directory.resolve("db/purser"))),
                PurserConfiguration.class);

    OpenedBooks.open(config, policy("one"), Clock.systemUTC()).stop();
    OpenedBooks.open(config, policy("another"), Clock.systemUTC()).stop();
    OpenedBooks books = OpenedBooks.open(config, policy("one"), Clock.systemUTC());
    try {
      assertThat(events(books))
          .satisfiesExactly(
              first -> assertThat(first).contains("policy.loaded", "\"version\":\"one\""),
              second -> assertThat(second).contains("policy.loaded", "\"version\":\"another\""),
              third -> assertThat(third).contains("policy.loaded", "\"version\":\"one\""));
    } finally {
      books.stop();
    }
  }

  private static List<String> events(OpenedBooks books) {
    return books
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select body from audit_events order by seq")
                    .mapTo(String.class)
                    .list());
  }

  private static Policy policy(String version) {
    return new Policy(
        version,
        new Policy.Owner("owner@localhost", "somewhere", ZoneOffset.UTC),
        List.of(),
        Set.of(),
        Money.parse("1.00 USD"),
        new Policy.Operators(List.of("owner"), List.of()));
  }
}
