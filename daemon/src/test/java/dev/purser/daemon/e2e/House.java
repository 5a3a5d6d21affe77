package dev.purser.daemon.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** A set-up with people, mail and a running daemon, all of its own. */
final class House implements AutoCloseable {
  static final String PASSPHRASE = "correct horse battery staple";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final OsUsers users;
  private final Mailbox mailbox;
  private final int port;
  private final HouseFiles files;
  private final CurlAgent agent;
  private PurserProcess daemon;

  private House(OsUsers users, HouseRules rules) {
    this.users = users;
    this.mailbox = new Mailbox();
    this.port = PurserProcess.freePort();
    this.files = HouseFiles.layOut(users, rules, port, mailbox.port());
    this.agent = new CurlAgent(users.agent(), files.doors(port).agent());
    this.daemon = startUp();
  }

  private PurserProcess startUp() {
    return PurserProcess.start(server(users.daemon()), files.console());
  }

  private Command server(OsUser user) {
    return PurserJar.command(user, "server", files.configuration().toString());
  }

  /** Sets everything up and waits for the daemon; the owner's passphrase is set on the way. */
  static House open(OsUsers users, HouseRules rules) {
    House house = new House(users, rules);
    try {
      PurserJar.command(
              users.daemon(),
              "setup",
              "--config",
              house.files.configuration().toString(),
              "--passphrase-stdin")
          .runWith(PASSPHRASE + "\n")
          .orFail();
      house.daemon.await(house.doors());
      return house;
    } catch (RuntimeException | Error e) {
      house.close();
      throw e;
    }
  }

  /** The daemon ends, and another one opens the same doors. */
  void restart() {
    daemon.stop();
    daemon = startUp();
    daemon.await(doors());
  }

  void stop() {
    daemon.stop();
  }

  /** What a daemon says that is started as a user and must not start. */
  Command.Ran refusedAs(OsUser user) {
    return server(user).run();
  }

  CurlAgent agent() {
    return agent;
  }

  Mailbox mailbox() {
    return mailbox;
  }

  HouseFiles files() {
    return files;
  }

  PurserProcess.Doors doors() {
    return files.doors(port);
  }

  /** The owner gives the pantry an amount of US dollars for this month. */
  void budgetOf(String amount) {
    purser(
            users.owner(),
            "budget",
            "set",
            "household/pantry",
            thisMonth().toString(),
            amount,
            "USD")
        .orFail();
  }

  /** The pantry's month as {@code purser budget show} tells the owner: held, committed, spent. */
  Pantry pantry() {
    JsonNode position = owner("budget", "show", thisMonth().toString()).at("/positions/0");
    return new Pantry(
        position.at("/held/value").asText(),
        position.at("/committed/value").asText(),
        position.at("/spent/value").asText());
  }

  /** Amounts in US dollars. */
  record Pantry(String held, String committed, String spent) {}

  /** What a command with {@code --json} prints for the owner. */
  JsonNode owner(String... arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.add("--json");
    try {
      return JSON.readTree(purser(users.owner(), words.toArray(String[]::new)).orFail());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A command to the running daemon, run as a user. */
  Command.Ran purser(OsUser user, String... arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.add("--control");
    words.add(doors().control().toString());
    return PurserJar.command(user, words.toArray(String[]::new)).run();
  }

  @Override
  public void close() {
    daemon.close();
    mailbox.close();
    files.remove();
  }

  /** The current one, where the owner is. */
  static YearMonth thisMonth() {
    return YearMonth.now(HouseFiles.ZONE);
  }
}
