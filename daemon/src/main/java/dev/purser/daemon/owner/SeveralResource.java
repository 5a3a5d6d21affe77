package dev.purser.daemon.owner;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.orders.AlteredOrderException;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.owner.web.Attempts;
import dev.purser.daemon.owner.web.Message;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.owner.web.ProofForm;
import dev.purser.daemon.owner.web.RequestJson;
import dev.purser.daemon.purchasing.Chosen;
import dev.purser.daemon.purchasing.SeveralOutcome;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Several orders on one page, and one yes to those that are ticked. The address is nothing but
 * their links' locators, so it shows what whoever has the links can see anyway.
 */
@Path("/several/{locators}")
public final class SeveralResource {
  private static final String MOVED_ON =
      "One of them is not what was shown here any more, so nothing was confirmed. Look again.";

  private static final String TOO_MUCH =
      "Together they come to more than you confirm without typing a total. Confirm fewer at once,"
          + " or each on its own page. Nothing has changed.";

  private final OrderPages pages;
  private final OwnerClock words;

  public SeveralResource(OrderPages pages, OwnerClock words) {
    this.pages = pages;
    this.words = words;
  }

  @GET
  public Response look(@PathParam("locators") String locators) {
    return found(locators, shown -> answer(200, shown.page()));
  }

  @POST
  @Path("confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response confirm(
      @PathParam("locators") String locators, MultivaluedMap<String, String> form) {
    return chosen(
        locators,
        form,
        (shown, chosen) ->
            ProofForm.attempt(form)
                .map(
                    attempt ->
                        pages
                            .deliberation()
                            .look(shown.page().path(), shown.page().totals(chosen), form)
                            .match(
                                new HastyAnswers(
                                    (status, sentence) -> say(status, shown, sentence),
                                    TOO_MUCH,
                                    shownFor -> confirm(shown, chosen, attempt, shownFor))))
                .orElseGet(() -> say(400, shown, "Give your proof to confirm.")));
  }

  private Response confirm(Shown shown, Chosen chosen, ProofAttempt attempt, Duration shownFor) {
    return pages.desk().confirmSeveral(chosen, attempt, shownFor).match(new Answers(shown.page()));
  }

  /** For the page's script: changes nothing about the orders. */
  @POST
  @Path("challenge")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response challenge(
      @PathParam("locators") String locators, MultivaluedMap<String, String> form) {
    return chosen(
        locators,
        form,
        (shown, chosen) ->
            pages
                .desk()
                .askSeveral(chosen)
                .map(RequestJson::answer)
                .orElseGet(() -> say(409, shown, MOVED_ON)));
  }

  private record Shown(List<Locator> locators, SeveralPage page) {}

  private interface OnChosen {
    Response answer(Shown shown, Chosen chosen);
  }

  private Response chosen(String text, MultivaluedMap<String, String> form, OnChosen answer) {
    return found(
        text,
        shown -> {
          try {
            return answer.answer(shown, SeveralForm.chosen(shown.locators(), form));
          } catch (IllegalArgumentException e) {
            return say(400, shown, String.valueOf(e.getMessage()));
          }
        });
  }

  private Response found(String text, Function<Shown, Response> answer) {
    List<Locator> locators = SeveralForm.locators(text);
    String path = "/several/" + text;
    try {
      List<SeveralPage.Row> rows =
          locators.stream()
              .flatMap(
                  locator -> pages.desk().look(locator).map(sheet -> row(locator, sheet)).stream())
              .toList();
      return rows.isEmpty()
          ? pages.pages().nothingHere()
          : answer.apply(
              new Shown(locators, new SeveralPage(path, rows, confirming(path), Optional.empty())));
    } catch (AlteredOrderException e) {
      return pages.altered(e);
    }
  }

  private SeveralPage.Row row(Locator locator, OrderSheet sheet) {
    SeveralPage.Row row = SeveralPage.Row.of(locator, sheet, pages.now());
    return pages.deliberation().asksTotal(sheet) ? row.alone() : row;
  }

  private Confirming confirming(String path) {
    return new Confirming(pages.desk().ways(), pages.deliberation().stamp(path), false);
  }

  private Response say(int status, Shown shown, String text) {
    return answer(status, shown.page().saying(text));
  }

  private Response answer(int status, SeveralPage page) {
    return pages.pages().page(status, "several.jte", page).build();
  }

  /** The page for each outcome of a yes to several. */
  private final class Answers implements SeveralOutcome.Cases<Response> {
    private final SeveralPage page;

    Answers(SeveralPage page) {
      this.page = page;
    }

    @Override
    public Response answered(SeveralOutcome.Answered outcome) {
      Map<String, Message> notes = new LinkedHashMap<>();
      for (SeveralOutcome.Each each : outcome.each()) {
        each.outcome()
            .match(new SeveralNotes())
            .ifPresent(note -> notes.put(OrderPage.pathOf(each.locator()), note));
      }
      return notes.isEmpty()
          ? Pages.seeOther(page.path())
          : answer(409, page.noting(notes).saying("Not all of it could be confirmed."));
    }

    @Override
    public Response wrongProof(SeveralOutcome.WrongProof outcome) {
      String text = "That proof does not confirm these orders, and nothing has changed. ";
      return answer(403, page.saying(text + Attempts.left(outcome.attemptsLeft())));
    }

    @Override
    public Response locked(SeveralOutcome.Locked outcome) {
      String until = words.brief(outcome.until());
      return answer(
          429, page.saying("Too many wrong proofs. Confirming is locked until " + until + "."));
    }

    @Override
    public Response notPending(SeveralOutcome.NotPending outcome) {
      return answer(409, page.saying(MOVED_ON));
    }
  }
}
