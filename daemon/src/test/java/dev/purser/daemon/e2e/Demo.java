package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.daemon.listeners.UnixHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** A demo in a directory of its own, which may be edited, killed and started again. */
final class Demo implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path dir = TestFiles.publicDirectory();
  private final int port = PurserProcess.freePort();
  private PurserProcess daemon = startUp();

  /** A demo that ran once, so that its files are there to be edited. */
  static Demo stopped() {
    Demo demo = new Demo();
    try {
      demo.daemon.await(demo.doors()).stop();
      return demo;
    } catch (RuntimeException | Error e) {
      demo.close();
      throw e;
    }
  }

  /** Edits a file as its comments invite to; the daemon must be started afterwards. */
  Demo edit(String file, String from, String to) {
    String text = TestFiles.read(file(file));
    assertThat(text).contains(from);
    TestFiles.write(file(file), text.replace(from, to));
    return this;
  }

  /** A letter for each proposal at once, and agents that may be as quick as a test. */
  Demo hurried() {
    return edit("purser.yml", "gather: 1s", "gather: 0s")
        .edit("purser.yml", "quiet: 10s", "quiet: 0s")
        .limits(
            "requestsPerMinute: 1000000, burst: 1000000, concurrentRequests: 32,"
                + " denialsPerHour: 1000000, cartChangesPerDay: 1000000");
  }

  /** What an agent may take, as {@code key: value, …}. */
  Demo limits(String keys) {
    return edit("purser.yml", "agent.sock}", "agent.sock, limits: {" + keys + "}}");
  }

  /** Opens the door for agents elsewhere to one that the policy is to call so. */
  Demo remote(RemoteAgent agent) {
    return edit("purser.yml", "control.sock}", "control.sock}\n  remote: " + agent.doorOfDaemon())
        .edit(
            "policy.yml",
            "agents:\n",
            "agents:\n  %s:\n    remote: true\n    categories: [household]\n"
                .formatted(agent.name()));
  }

  /** Bytes of live objects in the daemon, after it has collected the others. */
  long liveHeapBytes() {
    daemon.jcmd("GC.run");
    return daemon
        .jcmd("GC.class_histogram")
        .lines()
        .filter(line -> line.startsWith("Total"))
        .mapToLong(line -> Long.parseLong(line.strip().split(" +", -1)[2]))
        .findFirst()
        .orElseThrow();
  }

  void start() {
    daemon = startUp();
    daemon.await(doors());
  }

  void kill() {
    daemon.kill();
  }

  Path file(String name) {
    return dir.resolve(name);
  }

  PurserProcess.Doors doors() {
    return new PurserProcess.Doors(file("agent/agent.sock"), file("control/control.sock"), port);
  }

  String passphrase() {
    return TestFiles.read(file("secrets/demo-passphrase.txt")).strip();
  }

  /** What the control socket answers. */
  JsonNode control(String path) {
    try {
      return JSON.readTree(UnixHttpClient.of(doors().control()).get(path).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The current one, where the demo is. */
  YearMonth thisMonth() {
    return YearMonth.parse(control("/budgets").at("/month").asText());
  }

  /** A command to the running daemon. */
  Command.Ran purser(String... arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.add("--control=" + doors().control());
    return PurserJar.command(OsUser.self(), words.toArray(String[]::new)).run();
  }

  @Override
  public void close() {
    daemon.close();
    TestFiles.removeAll(dir);
  }

  private PurserProcess startUp() {
    return PurserProcess.start(
        PurserJar.command(
            OsUser.self(), "demo", "--dir", dir.toString(), "--port", Integer.toString(port)),
        file("console.log"));
  }
}
