package dev.purser.daemon.owner;

import dev.purser.daemon.agents.Freeze;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.owner.web.Attempts;
import dev.purser.daemon.owner.web.OwnOriginOnly;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.owner.web.ProofForm;
import dev.purser.daemon.owner.web.RequestJson;
import dev.purser.daemon.owner.web.SecurityHeaders;
import dev.purser.daemon.owner.web.SignedIn;
import dev.purser.daemon.purchasing.Freezing;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where agents are frozen by a tap, and thawed by a proof. */
@Path("/owner/freezes")
@SignedIn
@OwnOriginOnly
public final class FreezeResource {
  static final String PATH = "/owner/freezes";
  private static final String NOT_FROZEN = "It is not frozen, or too much was asked. Look again.";

  private final Freezing freezing;
  private final Pages pages;
  private final OwnerClock clock;

  public FreezeResource(Freezing freezing, Pages pages, OwnerClock clock) {
    this.freezing = freezing;
    this.pages = pages;
    this.clock = clock;
  }

  @GET
  public Response look() {
    return page(200, Optional.empty());
  }

  @POST
  @Path("freeze")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response freeze(MultivaluedMap<String, String> form) {
    return Optional.ofNullable(form.getFirst("agent"))
        .map(
            word -> {
              try {
                freezing.freeze(agent(word), "owner");
                return Pages.seeOther(PATH);
              } catch (IllegalArgumentException e) {
                return page(400, Optional.of(String.valueOf(e.getMessage())));
              }
            })
        .orElseGet(() -> page(400, Optional.of("Say whom to freeze.")));
  }

  /** For the page's script: changes nothing about the agents. */
  @POST
  @Path("challenge")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response challenge(MultivaluedMap<String, String> form) {
    return freezing
        .ask(agent(form.getFirst("agent")))
        .map(RequestJson::answer)
        .orElseGet(() -> page(409, Optional.of(NOT_FROZEN)));
  }

  @POST
  @Path("thaw")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response thaw(MultivaluedMap<String, String> form) {
    return ProofForm.attempt(form)
        .map(attempt -> thaw(agent(form.getFirst("agent")), attempt))
        .orElseGet(() -> page(400, Optional.of("Give your proof to thaw an agent.")));
  }

  private Response thaw(Optional<String> agent, ProofAttempt attempt) {
    return freezing
        .thaw(agent, attempt, "owner")
        .map(
            result ->
                result.<Response>match(
                    proven -> Pages.seeOther(PATH),
                    wrong ->
                        page(
                            403,
                            Optional.of(
                                "That proof thaws nobody, and nothing has changed. "
                                    + Attempts.left(wrong.attemptsLeft()))),
                    locked ->
                        page(
                            429,
                            Optional.of(
                                "Too many wrong proofs. Thawing is locked until "
                                    + clock.brief(locked.until())
                                    + "."))))
        .orElseGet(() -> page(409, Optional.of(NOT_FROZEN)));
  }

  private static Optional<String> agent(@Nullable String word) {
    return Optional.ofNullable(word).filter(name -> !name.equals(Freeze.ALL));
  }

  private Response page(int status, Optional<String> alert) {
    List<FreezePage.Frozen> frozen =
        freezing.all().stream().map(freeze -> FreezePage.Frozen.of(freeze, clock)).toList();
    List<String> words = frozen.stream().map(FreezePage.Frozen::word).toList();
    List<String> others = freezing.agents().stream().filter(name -> !words.contains(name)).toList();
    return pages
        .page(status, "freezes.jte", new FreezePage(frozen, others, freezing.ways(), alert))
        .header(SecurityHeaders.REFERRER_POLICY, "same-origin")
        .build();
  }
}
