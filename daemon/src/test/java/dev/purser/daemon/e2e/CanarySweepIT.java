package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Three secrets are planted in a running house: a Stripe key, a mail password, and a sentence in
 * the database. The agent's user searches all that it can reach and finds none of them; the
 * daemon's user, by the same search, finds all three.
 */
class CanarySweepIT {
  private static final List<String> PLACES =
      List.of("/etc", "/var", "/run", "/home", "/tmp", "/dev/shm", "/opt", "/srv");

  private final OsUsers users = OsUsers.ofThisMachine();

  @Test
  void theAgentFindsNoneOfThreeSecretsAndTheDaemonFindsAll() {
    assumeTrue(users.haveWall(), "not root: agent and daemon are one user");
    long now = System.currentTimeMillis();
    List<String> canaries =
        Stream.generate(() -> "canary-" + UUID.randomUUID()).limit(3).collect(Collectors.toList());
    try (House house = House.open(users, HouseRules.usual())) {
      TestFiles.secret(house.files().secret("stripe-key"), canaries.get(0), users.daemon());
      TestFiles.secret(house.files().secret("smtp-password"), canaries.get(1), users.daemon());
      house
          .purser(
              users.owner(),
              "budget",
              "set",
              "household/pantry",
              House.thisMonth().toString(),
              "100.00",
              "USD",
              "--reason",
              canaries.get(2))
          .orFail();
      house.agent().addToCart("eggs", 2);
      house.agent().propose("eggs are nearly out");
      house.mailbox().letter(1);

      Path program = program();
      try {
        List<String> agents = sweep(users.agent(), program, now, canaries);
        List<String> daemons = sweep(users.daemon(), program, now, canaries);

        assertThat(agents).last().asString().matches("swept [1-9][0-9]+");
        assertThat(agents).hasSize(1);
        assertThat(daemons)
            .anyMatch(found -> found.equals("0 " + house.files().secret("stripe-key")))
            .anyMatch(found -> found.equals("1 " + house.files().secret("smtp-password")))
            .anyMatch(found -> found.startsWith("2 " + house.files().var("database")));
      } finally {
        TestFiles.removeAll(program);
      }
    }
  }

  private static List<String> sweep(OsUser user, Path program, long since, List<String> canaries) {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                program.toString(),
                Sweep.class.getName(),
                Long.toString(since)));
    words.addAll(PLACES);
    return user.command(words.toArray(String[]::new))
        .runWith(canaries.stream().map(Sweep::veil).collect(Collectors.joining("\n")))
        .orFail()
        .lines()
        .toList();
  }

  /** The search's class alone, where every user can read it. */
  private static Path program() {
    Path directory = TestFiles.publicDirectory();
    String name = Sweep.class.getName().replace('.', '/') + ".class";
    Path to = directory.resolve(name);
    TestFiles.directory(to.getParent(), "rwxr-xr-x", OsUser.self());
    for (Path part = to.getParent(); !part.equals(directory); part = part.getParent()) {
      TestFiles.chmod(part, "rwxr-xr-x");
    }
    TestFiles.copy(
        Path.of(Sweep.class.getProtectionDomain().getCodeSource().getLocation().getPath())
            .resolve(name),
        to);
    return directory;
  }
}
