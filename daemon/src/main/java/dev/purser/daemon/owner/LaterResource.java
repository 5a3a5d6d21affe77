package dev.purser.daemon.owner;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.purchasing.OwnerDesk;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The owner's answer that is none yet. */
@Path("/o/{locator}/later")
public final class LaterResource {
  private final OwnerDesk desk;
  private final Pages pages;

  public LaterResource(OwnerDesk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response later(
      @PathParam("locator") String text, @FormParam("hours") @Nullable String hours) {
    Optional<Locator> locator = Locator.parse(text);
    return locator
        .flatMap(desk::look)
        .map(sheet -> later(locator.orElseThrow(), sheet, hours))
        .orElseGet(pages::nothingHere);
  }

  private Response later(Locator locator, OrderSheet sheet, @Nullable String hours) {
    LaterAnswers answers = new LaterAnswers(pages, sheet, locator);
    return Answers.HOURS.stream()
        .filter(offered -> offered.toString().equals(hours))
        .findFirst()
        .map(offered -> desk.later(locator, Duration.ofHours(offered)).match(answers))
        .orElseGet(answers::notOffered);
  }
}
