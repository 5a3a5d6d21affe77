package dev.purser.daemon.owner;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.notices.words.ForeignText;
import dev.purser.daemon.notices.words.ShownOrder;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.purchasing.Less;
import dev.purser.daemon.purchasing.NarrowOutcome;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Where the owner takes less than was asked; what is left waits for a yes of its own. */
@Path("/o/{locator}/narrow")
public final class NarrowResource {
  private final OrderPages pages;

  public NarrowResource(OrderPages pages) {
    this.pages = pages;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response narrow(
      @PathParam("locator") String locator, MultivaluedMap<String, String> form) {
    return pages.found(
        locator,
        (known, sheet) ->
            NarrowForm.read(form)
                .map(less -> narrow(known, sheet, less))
                .orElseGet(() -> again(400, known, sheet, Outcomes.NOT_LESS)));
  }

  private Response narrow(Locator locator, OrderSheet sheet, Less less) {
    return pages.desk().narrow(locator, less).match(new Outcomes(locator, sheet));
  }

  private Response again(int status, Locator locator, OrderSheet sheet, String alert) {
    return pages.show(status, pages.page(locator, sheet).saying(alert));
  }

  /** The page for each outcome. */
  private final class Outcomes implements NarrowOutcome.Cases<Response> {
    private static final String NOT_LESS =
        "Nothing has changed: you can only take less than was asked, and must take less of"
            + " something.";

    private final Locator locator;
    private final OrderSheet sheet;

    Outcomes(Locator locator, OrderSheet sheet) {
      this.locator = locator;
      this.sheet = sheet;
    }

    @Override
    public Response narrowed(NarrowOutcome.Narrowed outcome) {
      return Pages.seeOther(OrderPage.pathOf(outcome.next()));
    }

    @Override
    public Response nothingLeft(NarrowOutcome.NothingLeft outcome) {
      return again(
          400,
          locator,
          sheet,
          "Nothing would be left, so nothing has changed. Decline it instead.");
    }

    @Override
    public Response notLess(NarrowOutcome.NotLess outcome) {
      return again(400, locator, sheet, NOT_LESS);
    }

    @Override
    public Response noLongerPossible(NarrowOutcome.NoLongerPossible outcome) {
      ShownOrder order = new ShownOrder(sheet, ForeignText.ON_PAGES);
      List<String> refusals = ConfirmAnswers.sentences(outcome.violations());
      return pages
          .pages()
          .page(409, "changed.jte", new ChangedPage(order, List.of(), refusals, Optional.empty()))
          .build();
    }

    @Override
    public Response notPending(NarrowOutcome.NotPending outcome) {
      return pages.answered(locator, false);
    }

    @Override
    public Response vendorSilent(NarrowOutcome.VendorSilent outcome) {
      return again(
          503,
          locator,
          sheet,
          "The vendor gives no price for that now. Nothing has changed. Try again in a few minutes.");
    }
  }
}
