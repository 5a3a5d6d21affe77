package dev.purser.daemon.setup;

import dev.purser.daemon.notices.SmtpConfig;
import dev.purser.daemon.policy.InvalidPolicyException;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.policy.PolicyFile;
import dev.purser.daemon.policy.SoldCategories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sentences on answers that a policy which is there already says otherwise: the policy stays. */
public final class Remarks {
  private final Path file;
  private final Policy policy;
  private final List<String> all = new ArrayList<>();

  private Remarks(Path file, Policy policy) {
    this.file = file;
    this.policy = policy;
  }

  /** What to tell before a set-up with these answers; to be asked before it makes the policy. */
  public static List<String> on(Layout layout, SetupAnswers answers, SetupAnswers.Said said) {
    Path file = layout.policy();
    if (!Files.exists(file)) {
      return answers.where().shipTo().equals(Policy.Owner.SHIP_TO_NOT_SAID)
          ? List.of("orders carry no address yet: edit shipTo in " + file)
          : List.of();
    }
    try {
      return new Remarks(file, PolicyFile.read(file)).on(answers, said);
    } catch (InvalidPolicyException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  /** On budgets that nothing can be bought for; to be asked once the policy is there. */
  public static List<String> onBudgets(Layout layout, SetupAnswers answers) {
    try {
      Policy policy = PolicyFile.read(layout.policy());
      SoldCategories sold = SoldCategories.of(layout.vendors(), policy);
      return answers.budgets().stream()
          .map(FirstBudget::category)
          .filter(category -> !sold.touch(category))
          .map(sold::sentence)
          .toList();
    } catch (InvalidPolicyException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  /** On letters; to be asked before a set-up with these answers makes the configuration. */
  public static List<String> onMail(Layout layout, SetupAnswers answers) throws IOException {
    Path file = layout.configuration();
    if (!Files.exists(file)) {
      return answers.mail().isPresent()
          ? List.of()
          : List.of(
              "letters stay files in the outbox: notices.smtp in %s names no server"
                  .formatted(file));
    }
    String text = Files.readString(file);
    return answers.mail().stream()
        .map(SmtpConfig::host)
        .filter(host -> !text.contains(host))
        .map(host -> "%s stays as it is, notices.smtp: '%s' is not in it".formatted(file, host))
        .toList();
  }

  private List<String> on(SetupAnswers answers, SetupAnswers.Said said) {
    String agent = answers.agentUser();
    if (policy.agents().stream().noneMatch(rule -> rule.user().equals(Optional.of(agent)))) {
      all.add(
          "%s does not name %s: add it under agents, or it is not heard".formatted(file, agent));
    }
    if (!policy.operators().owner().contains(answers.ownerUser())) {
      all.add(
          "%s does not name %s: add it under operators.owner, or it may not set budgets"
              .formatted(file, answers.ownerUser()));
    }
    differs("owner.email", policy.owner().email(), answers.ownerEmail());
    if (said.zone()) {
      differs("timeZone", policy.owner().zone().toString(), answers.where().zone().toString());
    }
    if (said.shipTo()) {
      differs("shipTo", policy.owner().shipTo(), answers.where().shipTo());
    }
    return all;
  }

  private void differs(String key, String there, String said) {
    if (!there.equals(said)) {
      all.add("%s stays as it is, %s: '%s' is not in it".formatted(file, key, said));
    }
  }
}
