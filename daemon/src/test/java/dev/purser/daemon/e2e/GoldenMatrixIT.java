package dev.purser.daemon.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.purser.daemon.documents.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every route of every door by every method, as the agent, somebody else, the owner, finance and
 * root: one table, {@code golden-matrix.txt}. What the documents list is what is tried, and one
 * path more. A 0 is no connection at all.
 */
class GoldenMatrixIT {
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

  private static final Pattern ROUTE =
      Pattern.compile("(?m)^\\| (agent|control|owner) \\| `[A-Z]+ (/[^`]*)` \\|");

  private final OsUsers users = OsUsers.ofThisMachine();

  @Test
  void everybodyIsAnsweredByTheTableAndByNothingElse() throws IOException {
    assumeTrue(users.haveWall(), "not root: all callers are one user");
    try (House house = House.open(users, HouseRules.usual())) {
      assertThat(table(house)).isEqualTo(golden());
    }
  }

  private String table(House house) {
    StringBuilder table = new StringBuilder("door path methods agent other owner finance root\n");
    List<Door> doors =
        List.of(
            new Door("agent", house.doors().agent().toString(), "http://purser"),
            new Door("control", house.doors().control().toString(), "http://purser"),
            new Door("owner", "", "http://localhost:" + house.doors().port()));
    for (Door door : doors) {
      Map<String, List<String>> statuses = statuses(door);
      for (String path : paths(door.name())) {
        rows(path, statuses)
            .forEach(
                (answers, methods) ->
                    table.append("%s %s %s %s%n".formatted(door.name(), path, methods, answers)));
      }
    }
    return table.toString();
  }

  private record Door(String name, String socket, String origin) {
    String type() {
      return socket.isEmpty() ? "application/x-www-form-urlencoded" : "application/json";
    }

    String body() {
      return socket.isEmpty() ? "passphrase=guessed" : "{}";
    }
  }

  /** Methods that everybody is answered alike, together. */
  private static Map<String, String> rows(String path, Map<String, List<String>> statuses) {
    Map<String, String> rows = new LinkedHashMap<>();
    for (String method : METHODS) {
      String answers = String.join(" ", Objects.requireNonNull(statuses.get(method + " " + path)));
      rows.merge(answers, method, (one, other) -> one + "," + other);
    }
    return rows;
  }

  /** The status of each method and path, by caller. */
  private Map<String, List<String>> statuses(Door door) {
    Map<String, List<String>> statuses = new LinkedHashMap<>();
    for (OsUser user :
        List.of(users.agent(), users.stranger(), users.owner(), users.finance(), OsUser.self())) {
      List<String> heard =
          user.command("curl", "--silent", "--config", "-")
              .runWith(requests(door).collect(Collectors.joining("next\n")))
              .out()
              .lines()
              .toList();
      List<String> asked = asked(door);
      assertThat(heard).hasSameSizeAs(asked);
      for (int i = 0; i < asked.size(); i++) {
        statuses.computeIfAbsent(asked.get(i), any -> new ArrayList<>()).add(heard.get(i));
      }
    }
    return statuses;
  }

  private static List<String> asked(Door door) {
    return paths(door.name()).stream()
        .flatMap(path -> METHODS.stream().map(method -> method + " " + path))
        .toList();
  }

  private static Stream<String> requests(Door door) {
    return asked(door).stream()
        .map(
            asked -> {
              String[] words = asked.split(" ", 2);
              return request(door, words[0], words[1]);
            });
  }

  /** In the words of curl's own files of options. */
  private static String request(Door door, String method, String path) {
    String url =
        door.origin()
            + path.replace("{order}", "00000000-0000-7000-8000-000000000000")
                .replace("{agent}", "no-such-agent")
                .replace("{passkey}", "no-such-passkey")
                .replace("{mandate}", "00000000-0000-7000-8000-000000000000")
                .replace("{locator}", "A".repeat(43));
    return String.join(
        "\n",
        "url = \"" + url + "\"",
        "max-time = 20",
        "output = \"/dev/null\"",
        "write-out = \"%{response_code}\\n\"",
        method.equals("HEAD") ? "head" : "request = \"" + method + "\"",
        "header = \"Content-Type: " + door.type() + "\"",
        method.matches("POST|PUT|PATCH") ? "data = \"" + door.body() + "\"" : "silent",
        door.socket().isEmpty() ? "silent" : "unix-socket = \"" + door.socket() + "\"",
        "");
  }

  private static Set<String> paths(String door) {
    Set<String> paths =
        ROUTE
            .matcher(Tree.text("docs/architecture.md"))
            .results()
            .filter(route -> route.group(1).equals(door))
            .map(route -> route.group(2))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    paths.add("/no/such/path");
    return paths;
  }

  private static String golden() throws IOException {
    try (InputStream in = GoldenMatrixIT.class.getResourceAsStream("/golden-matrix.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }
}
