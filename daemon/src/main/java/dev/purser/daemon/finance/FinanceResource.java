package dev.purser.daemon.finance;

import dev.purser.daemon.ledger.BudgetBook;
import dev.purser.daemon.listeners.Role;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.owner.session.Session;
import dev.purser.daemon.owner.session.SessionCookie;
import dev.purser.daemon.owner.session.Sessions;
import dev.purser.daemon.owner.web.Attempts;
import dev.purser.daemon.owner.web.Message;
import dev.purser.daemon.owner.web.OwnOriginOnly;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.owner.web.Site;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finance's month: to read, and to set an amount. All behind a session. */
@Path("/finance")
@OwnOriginOnly
public final class FinanceResource {
  /** All that the passphrase says of who typed it here. */
  private static final Session FINANCE = Session.ofPassphrase("finance", Set.of(Role.FINANCE));

  private final MonthBook book;
  private final SignIn signIn;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final Site site;
  private final OwnerClock clock;

  public FinanceResource(
      BudgetBook book, SignIn signIn, Sessions sessions, Site site, OwnerClock clock) {
    this.book = new MonthBook(book, clock);
    this.signIn = signIn;
    this.sessions = sessions;
    this.cookie = new SessionCookie(site.address());
    this.site = site;
    this.clock = clock;
  }

  @GET
  public Response show(@Context HttpHeaders headers, @QueryParam("month") @Nullable String month) {
    return in(
        month,
        when ->
            session(headers)
                .map(session -> page(200, "finance_month.jte", book.page(when).seenBy(session)))
                .orElseGet(() -> ask(200, new SignInPage(when, Optional.empty(), true))));
  }

  @POST
  @Path("sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signIn(MultivaluedMap<String, String> form) {
    String passphrase = form.getFirst("passphrase");
    return in(
        form.getFirst("month"),
        when -> {
          if (passphrase == null || passphrase.isEmpty()) {
            return refuse(400, when, "Type your passphrase.");
          }
          return signIn
              .attempt(passphrase)
              .match(() -> welcome(when), wrong -> wrong(when, wrong), lock -> locked(when, lock));
        });
  }

  @POST
  @Path("set")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response set(@Context HttpHeaders headers, MultivaluedMap<String, String> form) {
    return in(
        form.getFirst("month"),
        when ->
            session(headers)
                .map(session -> set(when, BudgetForm.of(form), session))
                .orElseGet(
                    () ->
                        refuse(
                            403,
                            when,
                            "You were signed out, and nothing was set. Sign in again.")));
  }

  @POST
  @Path("sign-out")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signOut(@Context HttpHeaders headers) {
    cookie.token(headers.getCookies()).ifPresent(sessions::close);
    return Response.fromResponse(Pages.seeOther("/finance")).cookie(cookie.expired()).build();
  }

  private Response set(YearMonth month, BudgetForm form, Session session) {
    try {
      book.set(month, form, session.person());
      return Pages.seeOther("/finance?month=" + month);
    } catch (BudgetForm.Mistyped e) {
      return page(400, "finance_month.jte", book.page(month, form, e).seenBy(session));
    }
  }

  /** Finance's, or the owner's who is finance too. */
  private Optional<Session> session(HttpHeaders headers) {
    return cookie
        .token(headers.getCookies())
        .flatMap(sessions::use)
        .filter(session -> session.is(Role.FINANCE));
  }

  private Response welcome(YearMonth month) {
    return Response.fromResponse(Pages.seeOther("/finance?month=" + month))
        .cookie(cookie.carrying(sessions.open(FINANCE)))
        .build();
  }

  private Response wrong(YearMonth month, SignIn.Wrong wrong) {
    return refuse(403, month, "That is not the passphrase. " + Attempts.left(wrong.attemptsLeft()));
  }

  private Response locked(YearMonth month, SignIn.Locked lock) {
    String text =
        "Too many wrong passphrases. Signing in is locked until " + clock.brief(lock.until()) + ".";
    return ask(429, new SignInPage(month, Optional.of(text), false));
  }

  private Response refuse(int status, YearMonth month, String text) {
    return ask(status, new SignInPage(month, Optional.of(text), true));
  }

  private Response ask(int status, SignInPage model) {
    return page(status, "finance_sign_in.jte", model);
  }

  private Response in(@Nullable String month, Function<YearMonth, Response> answer) {
    return book.month(month)
        .map(answer)
        .orElseGet(
            () ->
                site.pages()
                    .message(
                        400,
                        new Message(
                            "Which month?",
                            "Write the month like 2026-12.",
                            Optional.of(new Message.Way("/finance", "To this month"))))
                    .build());
  }

  private Response page(int status, String template, Object model) {
    return site.pages().withReferrer(status, template, model).build();
  }
}
