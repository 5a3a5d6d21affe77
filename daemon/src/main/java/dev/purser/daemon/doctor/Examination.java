package dev.purser.daemon.doctor;

import dev.purser.daemon.config.PurserConfiguration;
import dev.purser.daemon.files.FileOwner;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.policy.PolicyFile;
import dev.purser.daemon.policy.SoldCategories;
import dev.purser.daemon.wall.Footprint;
import dev.purser.daemon.wall.Guarded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All checks of one daemon on this machine. To be run by root, who alone sees both sides. */
public final class Examination {
  private final Shell shell = new SystemShell(Duration.ofSeconds(60));
  private final Proc proc = new Proc(Path.of("/proc"));
  private final PurserConfiguration config;
  private final Clock clock;
  private final Policy policy;
  private final List<Guarded> footprint;
  private final Path secrets;
  private final int daemon;

  private Examination(Path file, PurserConfiguration config, Clock clock) throws IOException {
    this.config = config;
    this.clock = clock;
    this.policy = PolicyFile.read(config.policy());
    this.footprint = Footprint.of(file, config, policy);
    // Whose the secrets are is who reads them.
    Path directory = config.owner().passphraseFile().toAbsolutePath().getParent();
    this.secrets = directory == null ? file : directory;
    this.daemon = FileOwner.of(secrets).uid();
  }

  /**
   * Looks at everything.
   *
   * @param file that the configuration was read from
   * @param agent the OS user of one agent; all of the policy's without it
   */
  public static List<Finding> of(
      Path file, PurserConfiguration config, Optional<String> agent, Clock clock)
      throws IOException {
    if (config.isDemo()) {
      return List.of(
          Finding.fail("demo", "a demo has no wall: one user is everybody", "purser setup"));
    }
    Examination examination = new Examination(file, config, clock);
    List<Finding> findings = new ArrayList<>();
    for (Check check : examination.checks(agent)) {
      findings.addAll(looked(check));
    }
    return findings;
  }

  private static List<Finding> looked(Check check) {
    try {
      return check.look();
    } catch (IOException e) {
      return List.of(
          Finding.fail(check.name(), "nobody can tell: " + e.getMessage(), "run this as root"));
    }
  }

  private List<Check> checks(Optional<String> agent) throws IOException {
    List<Check> checks = new ArrayList<>();
    checks.add(new OwnUserCheck(daemon, policy));
    checks.add(new WallCheck(footprint, daemon));
    checks.add(new PassphraseCheck(config.owner().passphraseFile()));
    checks.add(new FallbackCheck(config.owner().passphraseFallback()));
    checks.add(new AddressCheck(policy.owner(), config.payments().movesNoMoney()));
    checks.add(new CategoriesCheck(policy, SoldCategories.of(config.vendors(), policy)));
    checks.add(new NoticesCheck(config.notices()));
    checks.addAll(machine());
    checks.add(new CopyCheck(proc, config.doors().ownerPort(), daemon));
    checks.add(new SwapCheck(proc, Path.of("/sys/block")));
    checks.add(new ClockCheck(shell));
    List<Integer> pids = proc.processesOf(daemon);
    checks.add(new RunningCheck(proc, pids, config.doors().agentSocket().toString()));
    Optional<Integer> pid = RunningCheck.daemonAmong(proc, pids, agentSocket());
    pid.ifPresent(running -> checks.addAll(process(running)));
    for (String user : agents(agent)) {
      checks.addAll(agent(user, pid));
    }
    if (pid.isPresent()) {
      ControlLedger ledger = new ControlLedger(shell, policy, config.doors().controlSocket());
      checks.add(new FundingCheck(config.payments(), policy.limit(), ledger));
      checks.add(new NextMonthCheck(clock.withZone(policy.owner().zone()), ledger));
    }
    return checks;
  }

  /** What on this machine makes one user of another. */
  private List<Check> machine() throws IOException {
    List<Person> operators = new ArrayList<>();
    for (List<String> names : List.of(policy.operators().owner(), policy.operators().finance())) {
      for (String name : names) {
        known(name).ifPresent(operators::add);
      }
    }
    List<Person> ours = new ArrayList<>(operators);
    ours.add(
        known(Integer.toString(daemon))
            .orElse(new Person("uid " + daemon, daemon, FileOwner.of(secrets).gid(), secrets)));
    List<Person> all = new ArrayList<>(ours);
    known("root").ifPresent(all::add);
    LocalFiles files = new LocalFiles(shell, Path.of("/"));
    Packages packages = new Packages(shell);
    return List.of(
        new SetuidCheck(files, packages, ours, gidsOfOurs()),
        new CapabilitiesCheck(shell, files, packages),
        new HomesCheck(all),
        new SchedulesCheck(new Schedules(Path.of("/")), all));
  }

  /** Nobody can act as one that this machine does not know. */
  private Optional<Person> known(String name) {
    try {
      return Optional.of(Person.known(shell, name));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Set<Integer> gidsOfOurs() throws IOException {
    Set<Integer> gids = new TreeSet<>();
    for (String group : groupsOfOurs()) {
      String[] fields = shell.run("getent", "group", group).output().split(":", -1);
      if (fields.length > 2) {
        gids.add(Integer.valueOf(fields[2]));
      }
    }
    return gids;
  }

  private List<Check> process(int pid) {
    return List.of(
        new CoresCheck(proc, pid),
        new ArgumentsCheck(proc, pid, Footprint.secretFiles(config)),
        new ListenersCheck(
            proc,
            pid,
            config.doors().ports(),
            config.doors().guardedPorts(),
            Set.of(agentSocket(), config.doors().controlSocket().toString())));
  }

  private List<Check> agent(String user, Optional<Integer> pid) throws IOException {
    List<Attempt> attempts =
        new ArrayList<>(
            Attempts.against(
                footprint,
                new Attempts.Doors(config.doors().agentSocket(), config.doors().controlSocket()),
                pid));
    attempts.addAll(new RootsOwn(Path.of("/")).attempts());
    return List.of(
        new GroupsCheck(shell, user, groupsOfOurs()),
        new SudoCheck(shell, user),
        new RulesCheck(RulesCheck.USUAL, user),
        new ReachCheck(shell, user, attempts));
  }

  private List<String> agents(Optional<String> wanted) {
    return wanted
        .map(List::of)
        .orElseGet(
            () ->
                policy.agents().stream().flatMap(rule -> rule.user().stream()).distinct().toList());
  }

  private String agentSocket() {
    return config.doors().agentSocket().toString();
  }

  /** The operators', and the daemon's own, which the directory of its secrets has. */
  private Set<String> groupsOfOurs() throws IOException {
    Set<String> ours = new TreeSet<>();
    config.doors().controlGroup().ifPresent(ours::add);
    ours.add(Files.readAttributes(secrets, PosixFileAttributes.class).group().getName());
    return ours;
  }
}
