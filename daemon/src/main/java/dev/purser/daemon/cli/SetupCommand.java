package dev.purser.daemon.cli;

import dev.purser.budgets.CategoryId;
import dev.purser.daemon.PurserDaemon;
import dev.purser.daemon.config.PurserConfiguration;
import dev.purser.daemon.confirmation.PassphraseFile;
import dev.purser.daemon.files.FileOwner;
import dev.purser.daemon.files.PrivateFile;
import dev.purser.daemon.ledger.BudgetBook;
import dev.purser.daemon.notices.SmtpConfig;
import dev.purser.daemon.setup.FirstBudget;
import dev.purser.daemon.setup.Layout;
import dev.purser.daemon.setup.LinuxMachine;
import dev.purser.daemon.setup.Machine;
import dev.purser.daemon.setup.Remarks;
import dev.purser.daemon.setup.Setup;
import dev.purser.daemon.setup.SetupAnswers;
import dev.purser.daemon.wall.Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "setup",
    description = {
      "Sets this machine up: users, groups, files, the owner's passphrase and a first budget.",
      "Run it as root. What is there already stays as it is, so it can be run again.",
      "Run by the daemon's user, it only sets the passphrase, and budgets that are not set yet."
    })
final class SetupCommand implements Callable<Integer> {
  private static final int ROOT = 0;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SetupOptions options = new SetupOptions();
  @Mixin private PassphraseInput passphrase = new PassphraseInput();
  @Mixin private MailOptions mail = new MailOptions();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "Only set the passphrase, and budgets that are not set yet, for this purser.yml.",
        "Run it as the user that its daemon runs as."
      })
  private @Nullable Path config;

  @Option(
      names = "--passphrase-only",
      description = "Only set the passphrase, such as one that was forgotten.")
  private boolean passphraseOnly;

  @Option(names = "--dry-run", description = "Only say what would be made.")
  private boolean pretend;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "Put all files below this directory instead of /, to try it.",
      defaultValue = "/")
  private Path root = Path.of("/");

  @Option(
      names = "--daemon-user",
      paramLabel = "USER",
      description = "The daemon's user; its groups are called after it. Default: ${DEFAULT-VALUE}",
      defaultValue = "purser")
  private String user = "purser";

  @Override
  public Integer call() throws IOException {
    Layout layout = new Layout(root, user);
    boolean isRoot = FileOwner.ownUid() == ROOT;
    if (config == null && !isRoot && !Files.isReadable(layout.configuration())) {
      throw new RefusedException("run it as root: sudo purser setup");
    }
    if (config != null || !isRoot) {
      ownPart(config == null ? layout.configuration() : config);
    } else if (passphraseOnly) {
      daemonsPart(layout, List.of("--passphrase-stdin"), passphrase.read());
    } else {
      wholeMachine(layout);
    }
    return 0;
  }

  /** What belongs to the daemon's user, done by it. */
  private void ownPart(Path file) throws IOException {
    PurserConfiguration read = ConfigurationFile.read(file);
    if (mail.isPasswordGiven()) {
      setMailPassword(passwordFile(read));
    }
    if (passphrase.isGiven() || (options.budgets().isEmpty() && !mail.isPasswordGiven())) {
      setPassphrase(read.owner().passphraseFile());
    }
    if (!options.budgets().isEmpty()) {
      PurserDaemon.withBudgets(read, this::setBudgets);
    }
  }

  private void setPassphrase(Path file) throws IOException {
    String typed = passphrase.read();
    boolean isNew = !Files.exists(file);
    try {
      PassphraseFile.create(file, typed);
    } catch (IOException e) {
      throw new RefusedException(
          "cannot write " + file + ": run this as the daemon's user, and make its directory first");
    }
    out()
        .println(
            "The passphrase is %s; a running daemon uses it at once. Only its hash is kept."
                .formatted(isNew ? "set" : "replaced"));
  }

  private void setMailPassword(Path file) throws IOException {
    PrivateFile.write(file, mail.password(true) + "\n");
    out().println("The mail server's password is set; a running daemon uses it at once.");
  }

  /** Where this configuration has it. */
  private static Path passwordFile(PurserConfiguration config) {
    return config
        .notices()
        .mailServer()
        .flatMap(SmtpConfig::login)
        .map(SmtpConfig.Login::passwordFile)
        .orElseThrow(
            () -> new RefusedException("purser.yml has no notices.smtp.login to have a password"));
  }

  private void setBudgets(BudgetBook book) {
    Set<CategoryId> there =
        book.positions(book.currentMonth()).stream()
            .map(position -> position.category())
            .collect(Collectors.toSet());
    for (FirstBudget budget : options.firstBudgets()) {
      String what = "budget %s of %s".formatted(budget.category(), book.currentMonth());
      if (there.contains(budget.category())) {
        out().println("there  " + what + ", left as it is");
      } else {
        book.set(
            budget.category(),
            book.currentMonth(),
            budget.amount(),
            new BudgetBook.Change("setup", "first budget"));
        out().println("made   %s: %s".formatted(what, budget.amount()));
      }
    }
  }

  /** Whatever can be wrong with an answer is found before the first thing is made. */
  private void wholeMachine(Layout layout) throws IOException {
    Program.requireGuarded();
    Machine machine = new LinuxMachine();
    boolean asksPassphrase = !passphrase.isGiven() && !Files.exists(layout.passphrase());
    requireOneInput();
    SetupAnswers answers =
        options.answers(machine).with(mail.answers(options.interview(), layout.mailPassword()));
    String mailPassword = mailPassword(layout, answers);
    if (asksPassphrase && options.asksNothing() && !pretend) {
      throw new RefusedException("say --passphrase-stdin or --passphrase-file");
    }
    boolean needsPassphrase = passphrase.isGiven() || (asksPassphrase && !pretend);
    String typed = needsPassphrase ? passphrase.read() : "";
    List<String> remarks = new ArrayList<>(Remarks.on(layout, answers, options.said()));
    remarks.addAll(Remarks.onMail(layout, answers));
    new Setup(layout, machine, answers).run(pretend, out());
    remarks.forEach(remark -> out().println("note   " + remark));
    if (pretend) {
      out().println("Nothing was changed. Left: the passphrase and the first budget.");
      return;
    }
    Remarks.onBudgets(layout, answers).forEach(remark -> out().println("note   " + remark));
    daemonsPart(layout, daemonsPart(layout, typed), typed);
    if (!mailPassword.isEmpty()) {
      daemonsPart(layout, List.of("--smtp-password-stdin"), mailPassword);
    }
    nextSteps(layout);
  }

  private void requireOneInput() {
    if (passphrase.isOnStandardInput() && mail.isOnStandardInput()) {
      throw new RefusedException("one of the two can come on standard input: use a file as well");
    }
  }

  /** Empty when none is needed, or when it is there already and none was given. */
  private String mailPassword(Layout layout, SetupAnswers answers) throws IOException {
    boolean isNew = !Files.exists(layout.mailPassword());
    boolean isNeeded = answers.mail().flatMap(SmtpConfig::login).isPresent() && isNew;
    if (pretend || !(mail.isPasswordGiven() || isNeeded)) {
      return "";
    }
    if (Files.exists(layout.configuration())) {
      passwordFile(ConfigurationFile.read(layout.configuration()));
    } else if (answers.mail().isEmpty()) {
      throw new RefusedException("say --smtp-host and --smtp-user: a password is somebody's");
    }
    return mail.password(options.asksNothing());
  }

  private List<String> daemonsPart(Layout layout, String typed) {
    List<String> arguments = new ArrayList<>();
    if (typed.isEmpty()) {
      out().println("there  the owner's passphrase, left as it is");
    } else {
      arguments.add("--passphrase-stdin");
    }
    if (isRunning(layout)) {
      out().println("there  a running daemon; its budgets are left as they are");
    } else {
      options.budgets().forEach(budget -> arguments.addAll(List.of("--budget", budget)));
    }
    return arguments;
  }

  private void daemonsPart(Layout layout, List<String> what, String typed) throws IOException {
    if (what.isEmpty()) {
      return;
    }
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "setup",
                "--config",
                layout.configuration().toString(),
                "--currency",
                options.currency()));
    arguments.addAll(what);
    out().flush();
    DaemonsOwn.run(layout, arguments, typed);
  }

  private static boolean isRunning(Layout layout) {
    try (SocketChannel daemon =
        SocketChannel.open(UnixDomainSocketAddress.of(layout.controlSocket()))) {
      return daemon.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private void nextSteps(Layout layout) {
    out()
        .println(
            String.join(
                "\n",
                "",
                "Next:",
                "  look at %s and policy.yml beside it: vendors, mail, the rail"
                    .formatted(layout.configuration()),
                "  systemctl daemon-reload && systemctl enable --now purser",
                "  purser doctor"));
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
