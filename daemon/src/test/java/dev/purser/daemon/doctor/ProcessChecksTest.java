package dev.purser.daemon.doctor;

import static dev.purser.daemon.doctor.FakeProc.PID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.doctor.Finding.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the running daemon shows of itself, each as it should be and not. */
class ProcessChecksTest {
  private static final String TCP_HEADER = "  sl  local_address rem_address   st tx_queue\n";
  private static final String UNIX_HEADER =
      "Num       RefCount Protocol Flags    Type St Inode Path\n";
  private static final String AGENT_SOCKET = "/run/purser/agent/agent.sock";

  private final Path directory;
  private FakeProc fake;

  ProcessChecksTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void layOut() throws Exception {
    fake = new FakeProc(directory).socket("100");
  }

  @ParameterizedTest
  @CsvSource({
    "0,         0,         core,                             OK",
    "0,         0,         |/usr/lib/systemd-coredump %P,    OK",
    "0,         0,         |/usr/share/apport/apport %P,     WARN",
    "0,         unlimited, core,                             WARN",
    "unlimited, unlimited, core,                             FAIL",
    "1024,      unlimited, core,                             FAIL"
  })
  void coresAreOff(String soft, String hard, String pattern, Level level) throws Exception {
    fake.write("sys/kernel/core_pattern", pattern)
        .write(
            PID + "/limits",
            "Limit  Soft Limit  Hard Limit  Units\nMax core file size        %s    %s    bytes\n"
                .formatted(soft, hard));

    assertThat(only(new CoresCheck(fake.proc(), PID)).level()).isEqualTo(level);
  }

  @Test
  void limitThatCannotBeSeenIsAFailure() throws Exception {
    assertThat(only(new CoresCheck(fake.proc(), PID)).level()).isEqualTo(Level.FAIL);
  }

  @Test
  void swapInClearIsWarnedOf() throws Exception {
    Path block = directory.resolve("block");
    SwapCheck check = new SwapCheck(fake.proc(), block);
    assertThat(only(check).level()).isEqualTo(Level.OK);

    fake.write("swaps", "Filename Type Size Used Priority\n/dev/sda9 partition 1 0 -2\n");
    assertThat(only(check).level()).isEqualTo(Level.WARN);

    fake.write("swaps", "Filename Type Size Used Priority\n/dev/zram0 partition 1 0 -2\n");
    assertThat(only(check).level()).isEqualTo(Level.OK);

    fake.write("swaps", "Filename Type Size Used Priority\n/dev/dm-9 partition 1 0 -2\n");
    assertThat(only(check).level()).isEqualTo(Level.WARN);

    fake.write("block/dm-9/dm/uuid", "CRYPT-PLAIN-swap");
    assertThat(only(check).level()).isEqualTo(Level.OK);
  }

  @Test
  void secretAmongArgumentsOrInTheEnvironmentIsAFailure() throws Exception {
    Path secret = Files.writeString(directory.resolve("stripe-key"), "sk_test_1\n");
    ArgumentsCheck check =
        new ArgumentsCheck(fake.proc(), PID, List.of(secret, directory.resolve("none")));
    fake.write(PID + "/cmdline", "java\0server\0").write(PID + "/environ", "A=b\0");
    assertThat(only(check).level()).isEqualTo(Level.OK);

    fake.write(PID + "/environ", "KEY=sk_test_1\0");
    assertThat(only(check).saw()).contains("environ").doesNotContain("sk_test_1");

    fake.write(PID + "/environ", "A=b\0").write(PID + "/cmdline", "java\0--key=sk_test_1\0");
    assertThat(only(check).level()).isEqualTo(Level.FAIL);
  }

  @ParameterizedTest
  @CsvSource({
    "0100007F:2120,                         OK",
    "00000000000000000000000001000000:2120, OK",
    "0000000000000000FFFF00000100007F:2120, OK",
    "00000000:2120,                         WARN",
    "00000000:2121,                         OK",
    "0100007F:1F91,                         FAIL"
  })
  void portsAreThoseOfTheConfiguration(String address, Level level) throws Exception {
    fake.write(
        "net/tcp",
        TCP_HEADER + "  0: %s 00000000:0000 0A 0:0 00:0 0 993 0 100 1 0\n".formatted(address));

    assertThat(only(listeners()).level()).isEqualTo(level);
  }

  @Test
  void portsOfOthersAndConnectionsAreNotListeners() throws Exception {
    fake.write(
        "net/tcp",
        TCP_HEADER
            + "  0: 0100007F:1F91 00000000:0000 0A 0:0 00:0 0 993 0 200 1 0\n"
            + "  1: 0100007F:1F92 00000000:0000 01 0:0 00:0 0 993 0 100 1 0\n");

    assertThat(only(listeners()).level()).isEqualTo(Level.OK);
  }

  @ParameterizedTest
  @CsvSource({
    "tcp,  0100007F,                         2120, 0A, 994, FAIL",
    "tcp6, 00000000000000000000000001000000, 2120, 0A, 994, FAIL",
    "tcp6, 00000000000000000000000000000000, 2120, 0A, 0,   FAIL",
    "tcp6, 00000000000000000000000001000000, 2120, 0A, 993, OK",
    "tcp6, 00000000000000000000000001000000, 2121, 0A, 994, OK",
    "tcp6, 00000000000000000000000001000000, 2120, 01, 994, OK"
  })
  void nobodyElseListensOnThePagesPort(
      String table, String address, String port, String state, int uid, Level level)
      throws Exception {
    fake.write(
        "net/" + table,
        TCP_HEADER + " 0: %s:%s 0:0 %s 0:0 00:0 0 %d 0 9 1\n".formatted(address, port, state, uid));

    assertThat(only(new CopyCheck(fake.proc(), 8480, 993)).level()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    AGENT_SOCKET + ",     00010000, OK",
    "@abstract,           00010000, FAIL",
    "/tmp/another.sock,   00010000, FAIL",
    "/tmp/connected.sock, 00000000, OK"
  })
  void socketsAreThoseOfTheConfiguration(String path, String flags, Level level) throws Exception {
    fake.write(
        "net/unix",
        UNIX_HEADER + "0: 00000002 00000000 %s 0001 01 100 %s\n".formatted(flags, path));

    assertThat(only(listeners()).level()).isEqualTo(level);
  }

  @Test
  void daemonIsTheOneThatHoldsTheAgentsSocketAndIsAlone() throws Exception {
    fake.write(
            "net/unix",
            UNIX_HEADER + "0: 00000002 00000000 00010000 0001 01 100 " + AGENT_SOCKET + "\n")
        .write(PID + "/status", "Name:\tjava\nUid:\t993\t993\t993\t993\n")
        .write("79/status", "Name:\tjava\nState:\tZ (zombie)\nUid:\t993\t993\t993\t993\n")
        .write("78/status", "Name:\tsh\nUid:\t994\t994\t994\t994\n");
    Files.createDirectories(directory.resolve("78/fd"));

    assertThat(fake.proc().processesOf(993)).containsExactly(PID);
    assertThat(running(PID).level()).isEqualTo(Level.OK);
    assertThat(running(PID, 78).level()).isEqualTo(Level.WARN);
    assertThat(running(78).saw()).startsWith("is not running");
    assertThat(running().level()).isEqualTo(Level.WARN);
  }

  private Finding running(Integer... pids) throws Exception {
    return only(new RunningCheck(fake.proc(), List.of(pids), AGENT_SOCKET));
  }

  private ListenersCheck listeners() {
    return new ListenersCheck(
        fake.proc(), PID, Set.of(8480, 8481), Set.of(8481), Set.of(AGENT_SOCKET));
  }

  static Finding only(Check check) throws Exception {
    List<Finding> findings = check.look();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }
}
