package dev.purser.daemon.setup;

import dev.purser.daemon.files.Exposure;
import dev.purser.daemon.wall.BreachedWallException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes what is missing, one thing after another, and tells of each. */
public final class Setup {
  private static final String UNIT = "etc/systemd/system/purser.service";

  /** Where a package puts its own. */
  private static final String PACKAGED_UNIT = "lib/systemd/system/purser.service";

  private final Layout layout;
  private final Machine machine;
  private final Samples samples;
  private final SetupAnswers answers;

  public Setup(Layout layout, Machine machine, SetupAnswers answers) {
    this.layout = layout;
    this.machine = machine;
    this.answers = answers;
    this.samples = new Samples(layout, answers);
  }

  /**
   * Makes it so.
   *
   * @param pretend only tell what would be made
   * @return how many things were made, or would be
   * @throws BreachedWallException before anything is made, when somebody else could lead it astray
   */
  public int run(boolean pretend, PrintWriter out) throws IOException {
    int made = 0;
    List<Provision> provisions = provisions();
    requireGuarded(provisions);
    for (Provision provision : provisions) {
      if (provision.isThere()) {
        String difference = provision.difference();
        out.println(
            "there  %s, left as it is%s"
                .formatted(provision.what(), difference.isEmpty() ? "" : "; it " + difference));
      } else if (pretend) {
        out.println("would  make " + provision.what());
        made++;
      } else {
        provision.make();
        out.println("made   %s   (undo: %s)".formatted(provision.what(), provision.undo()));
        made++;
      }
      out.flush();
    }
    return made;
  }

  private static void requireGuarded(List<Provision> provisions) throws IOException {
    for (Provision provision : provisions) {
      Optional<Exposure> exposure = provision.exposure();
      if (exposure.isPresent()) {
        throw new BreachedWallException(
            "nothing was made: the place for %s is not safe: %s"
                .formatted(provision.what(), exposure.get().sentence()));
      }
    }
  }

  private List<Provision> provisions() throws IOException {
    List<Provision> all = new ArrayList<>(accounts());
    all.addAll(directories());
    all.addAll(files());
    return all;
  }

  private List<Provision> accounts() {
    Account account = new Account(machine);
    return List.of(
        account.group(layout.agents()),
        account.group(layout.operators()),
        account.systemUser(layout.user(), layout.at("var/lib/purser").toString()),
        account.membership(layout.user(), layout.agents()),
        account.membership(layout.user(), layout.operators()),
        account.person(answers.agentUser()),
        account.membership(answers.agentUser(), layout.agents()),
        account.membership(answers.ownerUser(), layout.operators()));
  }

  private List<Provision> directories() {
    return List.of(
        directory("etc/purser", roots("rwxr-x---")),
        directory("etc/purser/vendors", roots("rwxr-x---")),
        directory("etc/purser/credentials", new Ownership("root", "root", "rwx------")),
        directory("etc/purser/secrets", daemons("rwx------")),
        directory("var/lib/purser", daemons("rwx------")),
        directory("run/purser", daemons("rwxr-xr-x")));
  }

  private List<Provision> files() throws IOException {
    Ownership readable = roots("rw-r-----");
    List<Provision> files =
        new ArrayList<>(
            List.of(
                file("etc/purser/purser.yml", readable, samples.purserYml()),
                file("etc/purser/policy.yml", readable, samples.policyYml()),
                file("etc/purser/vendors/corner-store.yml", readable, samples.vendorYml()),
                file("etc/purser/vendors/corner-store.csv", readable, samples.catalogue())));
    if (!Files.exists(layout.at(PACKAGED_UNIT))) {
      files.add(file(UNIT, new Ownership("root", "root", "rw-r--r--"), samples.unit()));
    }
    return files;
  }

  private Provision directory(String path, Ownership ownership) {
    return Kept.directory(machine, layout.at(path), ownership);
  }

  private Provision file(String path, Ownership ownership, String text) {
    return Kept.file(machine, layout.at(path), ownership, text);
  }

  private Ownership roots(String permissions) {
    return new Ownership("root", layout.user(), permissions);
  }

  private Ownership daemons(String permissions) {
    return new Ownership(layout.user(), layout.user(), permissions);
  }
}
