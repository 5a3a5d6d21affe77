package dev.purser.daemon.doctor;

import dev.purser.daemon.files.Exposure;
import dev.purser.daemon.files.PathGuard;
import java.util.List;
import java.util.Optional;

/**
 * Whether somebody else may change what a login runs, or who may log in.
 *
 * @param people the operators, the daemon's user and root
 */
record HomesCheck(List<Person> people) implements Check {
  private static final List<String> LOGIN =
      List.of(
          ".ssh/authorized_keys",
          ".ssh/authorized_keys2",
          ".ssh/rc",
          ".ssh/config",
          ".profile",
          ".bashrc",
          ".bash_profile",
          ".bash_login",
          ".bash_logout",
          ".zshenv",
          ".zprofile",
          ".zshrc",
          ".config/fish/config.fish",
          ".config/systemd/user",
          ".config/autostart",
          ".local/bin",
          "bin");

  @Override
  public String name() {
    return "homes";
  }

  @Override
  public List<Finding> look() {
    return people.stream()
        .flatMap(person -> exposure(person).stream())
        .findFirst()
        .map(open -> List.of(Finding.fail(name(), open.fact(), open.fix())))
        .orElseGet(() -> List.of(Finding.ok(name(), "nobody else may change what a login runs")));
  }

  private static Optional<Exposure> exposure(Person person) {
    PathGuard guard = PathGuard.rootAnd(person.uid());
    return LOGIN.stream()
        .flatMap(file -> guard.exposureOf(person.home().resolve(file)).stream())
        .findFirst();
  }
}
