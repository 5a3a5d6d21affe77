package dev.purser.daemon.doctor;

import static dev.purser.daemon.doctor.ProcessChecksTest.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.purser.daemon.doctor.Finding.Level;
import dev.purser.daemon.files.FileOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What on a machine makes one user of another, each as it should be and not. Needs root. */
class MachineChecksTest {
  private static final int OWNER = 4242;
  private static final int AGENT = 4243;

  private final Path directory;
  private final Shell shell = new SystemShell(Duration.ofSeconds(60));
  private final Person owner;

  MachineChecksTest(@TempDir Path directory) {
    this.directory = directory;
    this.owner = new Person("owner", OWNER, OWNER, directory.resolve("home"));
  }

  @BeforeEach
  void requireRoot() throws Exception {
    assumeTrue(FileOwner.ownUid() == 0, "not root");
  }

  @ParameterizedTest
  @CsvSource({
    "4242, 0,    0755,  OK",
    "4242, 0,    04755, FAIL",
    "4242, 0,    02755, WARN",
    "0,    4242, 02755, FAIL",
    "0,    4242, 0755,  OK",
    "4243, 4244, 02755, FAIL",
    "4243, 4244, 0755,  OK",
    "4243, 4243, 06755, OK",
    "0,    4243, 04755, WARN"
  })
  void programThatBecomesOneOfOursIsAFailureAndRootWithoutAPackageAWarning(
      int uid, int gid, String mode, Level level) throws Exception {
    Path program = write("deep/down/pro\ngram", "text");
    Files.setAttribute(program, "unix:uid", uid);
    Files.setAttribute(program, "unix:gid", gid);
    Files.setAttribute(program, "unix:mode", Integer.parseInt(mode, 8));

    assertThat(
            only(new SetuidCheck(files(), new Packages(shell), List.of(owner), Set.of(4244)))
                .level())
        .isEqualTo(level);
  }

  @Test
  void programOfAPackageIsVouchedFor() {
    assertThat(new Packages(shell).without(List.of("/usr/bin/su", "/usr/bin/none")))
        .containsExactly("/usr/bin/none");
    assertThat(new Packages(shell).without(List.of())).isEmpty();
  }

  @Test
  void programWithRootsPowerIsAFailure() throws Exception {
    Path program = write("program", "text");
    Files.setAttribute(program, "unix:mode", 0755);
    assumeTrue(Files.exists(Path.of("/usr/sbin/setcap")), "no setcap");
    CapabilitiesCheck check = new CapabilitiesCheck(shell, files(), new Packages(shell));
    assertThat(only(check).level()).isEqualTo(Level.OK);

    assertThat(shell.run("setcap", "cap_net_raw+ep", program.toString()).exit()).isZero();
    assertThat(only(check).level()).isEqualTo(Level.OK);

    shell.run("setcap", "cap_dac_read_search+ep", program.toString());
    assertThat(only(check).saw()).startsWith(program + " gives");
    assertThat(only(check).level()).isEqualTo(Level.FAIL);
  }

  @Test
  void machineWithoutGetcapIsWarnedOf() throws Exception {
    Shell none =
        (words, input) -> {
          throw new IOException("no such command");
        };

    assertThat(
            only(new CapabilitiesCheck(none, new LocalFiles(none, directory), new Packages(none)))
                .level())
        .isEqualTo(Level.WARN);
  }

  @ParameterizedTest
  @CsvSource({
    "137, ''",
    "143, ''",
    "1,   find: failed to read file names from file system at or below 'x': No such file",
    "1,   find: 'getcap' terminated by signal 9"
  })
  void searchThatGivesUpCostsItsOwnDirectoryAndIsAFailure(int exit, String errors)
      throws Exception {
    Path hidden = directory.resolve("hidden");
    Path bad = write("seen/bad", "text");
    Files.createDirectories(hidden);
    Files.setAttribute(bad, "unix:uid", OWNER);
    Files.setAttribute(bad, "unix:mode", 04755);
    Shell halting =
        new Shell() {
          @Override
          public Ran run(List<String> words, String input) throws IOException {
            return shell.run(words, input);
          }

          @Override
          public Ran apart(List<String> words) throws IOException {
            return words.contains(hidden.toString())
                ? new Ran(exit, "", errors)
                : shell.apart(words);
          }
        };
    LocalFiles files = new LocalFiles(halting, directory);

    assertThat(new SetuidCheck(files, new Packages(shell), List.of(owner), Set.of()).look())
        .extracting(Finding::level, Finding::saw)
        .containsExactly(
            tuple(
                Level.FAIL,
                "nobody can tell: looking at all files of %s took too long or gave up"
                    .formatted(hidden)),
            tuple(Level.FAIL, bad + " becomes owner or its group"));
    assumeTrue(Files.exists(Path.of("/usr/sbin/getcap")), "no getcap");
    assertThat(only(new CapabilitiesCheck(shell, files, new Packages(shell))).level())
        .isEqualTo(Level.FAIL);
  }

  @Test
  void directoryThatGoesAwayMeanwhileIsNoFailure() throws Exception {
    Shell gone =
        (words, input) -> new Shell.Ran(1, "", "find: '/proc/9': No such file or directory");

    assertThat(new LocalFiles(gone, directory).find("-print").unseen()).isEmpty();
  }

  @Test
  void errorsAreKeptApart() throws Exception {
    assertThat(shell.apart(List.of("sh", "-c", "echo out; echo err >&2; exit 3")))
        .isEqualTo(new Shell.Ran(3, "out\n", "err\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"home", "home/.ssh", "home/.ssh/authorized_keys", "home/.bashrc"})
  void operatorsHomeIsTheOperatorsAlone(String part) throws Exception {
    for (String file : List.of("home/.ssh/authorized_keys", "home/.bashrc")) {
      Files.setAttribute(write(file, "text"), "unix:uid", OWNER);
    }
    assertThat(only(new HomesCheck(List.of(owner))).level()).isEqualTo(Level.OK);

    Path open = directory.resolve(part);
    Files.setAttribute(open, "unix:mode", Files.isDirectory(open) ? 0777 : 0666);
    assertThat(only(new HomesCheck(List.of(owner))).level()).isEqualTo(Level.FAIL);

    Files.setAttribute(open, "unix:mode", 0755);
    Files.setAttribute(open, "unix:uid", AGENT);
    assertThat(only(new HomesCheck(List.of(owner))).level()).isEqualTo(Level.FAIL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "var/spool/cron/crontabs/owner ! * * * * * JOB",
        "var/spool/cron/crontabs/owner ! @reboot JOB",
        "etc/cron.d/j                  ! */5 1-3 * * mon owner cd / && JOB >/dev/null",
        "etc/crontab                   ! @daily owner bash -e JOB",
        "etc/systemd/system/a.service  ! User=owner%nExecStart=-JOB now"
      })
  void scheduledProgramThatOthersMayChangeIsAFailure(String table, String text) throws Exception {
    Path job = write("jobs/job", "text");
    write(table, text.formatted().replace("JOB", job.toString()) + "\n");
    assertThat(scheduled("owner").level()).isEqualTo(Level.OK);

    Files.setAttribute(job, "unix:mode", 0777);
    assertThat(scheduled("owner").level()).isEqualTo(Level.FAIL);
    assertThat(scheduled("somebody").level()).isEqualTo(Level.OK);

    Files.delete(job);
    Files.setAttribute(job.getParent(), "unix:uid", AGENT);
    assertThat(scheduled("owner").saw()).contains("owner runs " + job);
  }

  @Test
  void whatIsRootsOwnIsTriedAndAnAgentMayChangeNoneOfIt() throws Exception {
    write("etc/cron.hourly/job", "text");
    write("etc/passwd", "text");
    Files.createSymbolicLink(
        Files.createDirectories(directory.resolve("etc/systemd/system")).resolve("masked"),
        Path.of("/dev/null"));
    RootsOwn own = new RootsOwn(directory);

    assertThat(own.attempts())
        .extracting(Attempt::line)
        .contains(
            "write " + directory.resolve("etc/cron.hourly/job"),
            "write " + directory.resolve("etc/ld.so.preload"),
            "write " + directory.resolve("usr/local/bin"),
            "read " + directory.resolve("etc/shadow"))
        .doesNotContain("write " + directory.resolve("etc/systemd/system/masked"));
    assertThat(own.attempts()).extracting(Attempt::expected).containsOnly(false);
  }

  private Finding scheduled(String user) throws Exception {
    return only(
        new SchedulesCheck(
            new Schedules(directory), List.of(new Person(user, OWNER, OWNER, directory))));
  }

  private LocalFiles files() {
    return new LocalFiles(shell, directory);
  }

  private Path write(String name, String text) throws Exception {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
