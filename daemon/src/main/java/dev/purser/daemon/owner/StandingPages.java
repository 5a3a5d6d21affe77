package dev.purser.daemon.owner;

import dev.purser.daemon.notices.words.ForeignText;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.policy.AgentRule;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.purchasing.StandingDesk;
import dev.purser.daemon.standing.StandingText;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the pages about standing mandates are filled with. */
public final class StandingPages {
  private static final int MAX_WORDS = 280;

  private StandingPages() {}

  /** All of them. */
  public record Many(List<One> mandates) {
    public Many {
      mandates = List.copyOf(mandates);
    }
  }

  /**
   * One of them.
   *
   * @param standing {@code active}, {@code suspended}, {@code revoked} or {@code expired}
   * @param why it is suspended
   */
  public record One(
      String id,
      String standing,
      Optional<String> why,
      ShownMandate terms,
      Used used,
      Optional<String> alert) {
    public String path() {
      return StandingResource.PATH + "/" + id;
    }

    public boolean isOpen() {
      return standing.equals("active") || standing.equals("suspended");
    }

    public boolean canResume() {
      return standing.equals("suspended");
    }

    One saying(String text) {
      return new One(id, standing, why, terms, used, Optional.of(text));
    }
  }

  /**
   * What was done under it.
   *
   * @param left of its sum
   * @param orders the newest first
   */
  public record Used(int uses, String total, String left, List<String> orders) {
    public Used {
      orders = List.copyOf(orders);
    }
  }

  /**
   * The form for another one.
   *
   * @param agents with what each may buy
   */
  public record Wanted(
      List<Agent> agents, List<String> vendors, StandingForm form, Optional<String> alert) {
    public Wanted {
      agents = List.copyOf(agents);
      vendors = List.copyOf(vendors);
    }
  }

  /** An agent that can be named. */
  public record Agent(String name, String categories) {}

  /**
   * What is to be signed, read back.
   *
   * @param json the terms as they would be stored
   */
  public record Draft(ShownMandate terms, String json, String digest) {
    static Draft of(StandingText text, OwnerClock clock) {
      return new Draft(new ShownMandate(text.terms(), clock), text.json(), text.digest());
    }
  }

  static One of(StandingDesk.Sheet sheet, OwnerClock clock) {
    var mandate = sheet.mandate();
    return new One(
        mandate.id().toString(),
        sheet.standing(),
        mandate.why().map(why -> ForeignText.ON_PAGES.show(why, MAX_WORDS)),
        new ShownMandate(mandate.terms(), clock),
        new Used(
            sheet.tally().uses(),
            sheet.tally().total().toString(),
            mandate.terms().limits().inAll().minus(sheet.tally().total()).toString(),
            sheet.uses().stream().map(UUID::toString).toList()),
        Optional.empty());
  }

  static Wanted wanted(Policy policy, StandingForm form, Optional<String> alert) {
    return new Wanted(
        policy.agents().stream().map(StandingPages::agent).toList(),
        policy.vendors().stream().map(Object::toString).sorted().toList(),
        form,
        alert);
  }

  private static Agent agent(AgentRule rule) {
    return new Agent(
        rule.name(), String.join(", ", rule.categories().stream().map(Object::toString).toList()));
  }
}
