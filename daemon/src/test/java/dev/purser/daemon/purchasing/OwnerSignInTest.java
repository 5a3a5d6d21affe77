package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.listeners.Role;
import dev.purser.daemon.owner.session.Session;
import dev.purser.daemon.passkeys.Assertion;
import dev.purser.daemon.passkeys.SignIns;
import dev.purser.daemon.passkeys.Signatures;
import dev.purser.daemon.passkeys.SoftAuthenticator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who gets a session, and for how long. */
@ExtendWith(HouseKeeper.class)
class OwnerSignInTest {

  @OnEachDatabase
  void theOwnersPasskeyOpensTheOwnersPages(House house) throws Exception {
    try (SignedInHouse pages = new SignedInHouse(house, false)) {
      pages.owner().enrolled(pages.phone);
      assertThat(isIn(pages)).isFalse();

      HttpResponse<String> answer = pages.signIn(pages.phone, "%2Fowner%2Forders%3Fq%3Deggs");
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(location(answer)).isEqualTo(pages.server.address() + "/owner/orders?q=eggs");
      assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
          .matches("purser=[A-Za-z0-9_-]{43};.*")
          .containsIgnoringCase("HttpOnly")
          .containsIgnoringCase("SameSite=Strict");

      pages.signedInAs(answer);
      assertThat(isIn(pages)).isTrue();
      assertThat(house.kept()).contains("\"type\":\"session.opened\"", "\"actor\":\"user:owner\"");
    }
  }

  @OnEachDatabase
  void nobodyElsesSignatureDoes(House house) throws Exception {
    try (SignedInHouse pages = new SignedInHouse(house, false)) {
      pages.owner().enrolled(pages.phone);

      refused(pages, new SoftAuthenticator(pages.server.address()));
      pages.phone.verifiesUser = false;
      refused(pages, pages.phone);
      pages.phone.verifiesUser = true;
      pages.phone.origin = "https://purser.evil.example";
      refused(pages, pages.phone);
      pages.phone.origin = pages.server.address();
      pages.phone.rpId = "evil.example";
      refused(pages, pages.phone);
      pages.phone.rpId = "localhost";
      pages.phone.inAnothersFrame = true;
      refused(pages, pages.phone);
      pages.phone.inAnothersFrame = false;

      assertThat(pages.signIn(pages.phone, "/owner").statusCode()).isEqualTo(303);
    }
  }

  @OnEachDatabase
  void aSignatureOpensOneSessionAndNoSecond(House house) throws Exception {
    try (SignedInHouse pages = new SignedInHouse(house, false)) {
      pages.owner().enrolled(pages.phone);
      // One that does not count: with a counter the second signature is refused for that, too.
      pages.phone.counter = -1;
      String form = "to=/owner" + pages.signed("/owner/sign-in", "", pages.phone);

      assertThat(pages.post("/owner/sign-in", form).statusCode()).isEqualTo(303);
      HttpResponse<String> again = pages.post("/owner/sign-in", form);

      assertThat(again.statusCode()).isEqualTo(403);
      assertThat(SignedInHouse.cookie(again)).isEmpty();
    }
  }

  /** Whoever has a link could have the owner sign one thing for the other. */
  @OnEachDatabase
  void aYesToAnOrderSignsNobodyInNorTheOtherWayRound(House house) throws Exception {
    try (SignedInHouse pages = new SignedInHouse(house, false)) {
      pages.owner().enrolled(pages.phone);
      UUID order = house.awaiting("eggs", 1);
      Assertion yes = pages.phone.sign(pages.owner().challenge(order));
      JsonNode asked = pages.asked("/owner/sign-in", "");
      Assertion in = pages.phone.sign(asked.get("challenge").asText());
      String nonce = "to=/owner&nonce=" + asked.get("nonce").asText();

      assertThat(pages.post("/owner/sign-in", nonce + SignedInHouse.fields(yes)).statusCode())
          .isEqualTo(403);
      assertThat(house.confirm(order, in)).isInstanceOf(ConfirmOutcome.WrongProof.class);
    }
  }

  @OnEachDatabase
  void aRevokedPasskeyOpensNothingAndClosesWhatItOpened(House house) throws Exception {
    try (SignedInHouse pages = SignedInHouse.in(house)) {
      String passkey = pages.owner().enrolling().all().get(0).id();
      pages.owner().enrolled(new SoftAuthenticator(pages.server.address()));
      assertThat(isIn(pages)).isTrue();

      pages.owner().enrolling().revoke(passkey, "user:owner");

      assertThat(isIn(pages)).isFalse();
      refused(pages, pages.phone);
    }
  }

  @OnEachDatabase
  void aPasskeyOfSomebodyWhoIsNoOwnerOpensNothing(House house) throws Exception {
    try (SignedInHouse pages = new SignedInHouse(house, Set.of("anna"))) {
      pages.owner().enrolled(pages.phone);
      SoftAuthenticator annas = new SoftAuthenticator(pages.server.address());
      pages.owner().enrolled("anna", annas);

      refused(pages, pages.phone);
      assertThat(pages.signIn(annas, "/owner").statusCode()).isEqualTo(303);
    }
  }

  /**
   * An agent of this machine reaches the page; it must not keep the owner out, or fill the books.
   */
  @OnEachDatabase
  void aThousandQuestionsKeepNobodyOutAndLeaveNoTrace(House house) throws Exception {
    try (SignedInHouse pages = new SignedInHouse(house, false)) {
      pages.owner().enrolled(pages.phone);
      String before = house.kept();
      for (int each = 0; each < 1000; each++) {
        pages.asked("/owner/sign-in", "");
      }
      refused(pages, new SoftAuthenticator(pages.server.address()));

      assertThat(house.kept()).isEqualTo(before);
      assertThat(pages.signIn(pages.phone, "/owner").statusCode()).isEqualTo(303);
    }
  }

  @OnEachDatabase
  void aQuestionIsAnsweredWithinFiveMinutesAndAsItWasPut(House house) throws Exception {
    try (SignedInHouse pages = new SignedInHouse(house, false)) {
      pages.owner().enrolled(pages.phone);
      String early = "to=/owner" + pages.signed("/owner/sign-in", "", pages.phone);
      String late = "to=/owner" + pages.signed("/owner/sign-in", "", pages.phone);
      int inside = early.indexOf("nonce=") + "nonce=".length() + 30;
      String altered =
          early.substring(0, inside)
              + (early.charAt(inside) == 'B' ? 'C' : 'B')
              + early.substring(inside + 1);

      assertThat(pages.post("/owner/sign-in", altered).statusCode()).isEqualTo(403);
      house.clock.pass(Duration.ofMinutes(5).minusMillis(1));
      assertThat(pages.post("/owner/sign-in", early).statusCode()).isEqualTo(303);
      house.clock.pass(Duration.ofMillis(1));
      assertThat(pages.post("/owner/sign-in", late).statusCode()).isEqualTo(403);
    }
  }

  @OnEachDatabase
  void aRestartMakesOldQuestionsVoid(House house) throws Exception {
    try (SignedInHouse pages = new SignedInHouse(house, false)) {
      pages.owner().enrolled(pages.phone);
      SignIns before = pages.owner().signIns();
      SignIns after = pages.owner().signIns();
      SignIns.Question question = before.ask().orElseThrow();
      pages.phone.counter = -1;
      Assertion answer = pages.phone.sign(question.request().challenge());

      assertThat(after.check(question.nonce(), answer)).isInstanceOf(Signatures.Fails.class);
      assertThat(before.check(question.nonce(), answer)).isInstanceOf(Signatures.Holds.class);
      assertThat(before.check(question.nonce(), answer)).isInstanceOf(Signatures.Fails.class);
    }
  }

  @OnEachDatabase
  void thePassphraseOpensThePagesOnlyWhileItCounts(House house) throws Exception {
    try (SignedInHouse pages = new SignedInHouse(house, false)) {
      HttpResponse<String> answer = byPassphrase(pages);
      assertThat(answer.statusCode()).isEqualTo(303);
      pages.signedInAs(answer);
      assertThat(isIn(pages)).isTrue();

      pages.owner().enrolled(pages.phone);

      assertThat(isIn(pages)).isFalse();
      assertThat(byPassphrase(pages).statusCode()).isEqualTo(403);
    }
  }

  @OnEachDatabase
  void withTheFallbackItGoesOnDoingSo(House house) throws Exception {
    try (SignedInHouse pages = new SignedInHouse(house, true)) {
      pages.owner().enrolled(pages.phone);

      assertThat(byPassphrase(pages).statusCode()).isEqualTo(303);
    }
  }

  @OnEachDatabase
  void fiveWrongPassphrasesLockSigningInAndASixthRightOneToo(House house) throws Exception {
    try (SignedInHouse pages = new SignedInHouse(house, false)) {
      for (int i = 0; i < 5; i++) {
        assertThat(pages.post("/owner/sign-in", "passphrase=guess").statusCode()).isEqualTo(403);
      }
      assertThat(byPassphrase(pages).statusCode()).isEqualTo(429);
    }
  }

  @OnEachDatabase
  void withoutASessionNothingIsReadAndNoFormIsTaken(House house) throws Exception {
    try (SignedInHouse pages = new SignedInHouse(house, false)) {
      UUID order = house.paid("eggs", 1);
      String receipt = "/owner/orders/" + order;
      HttpResponse<String> read = pages.get(receipt);
      assertThat(read.statusCode()).isEqualTo(303);
      assertThat(location(read))
          .isEqualTo(pages.server.address() + "/owner/sign-in?to=%2Fowner%2Forders%2F" + order);

      for (String form :
          new String[] {
            receipt + "/undo",
            receipt + "/open",
            receipt + "/refund",
            receipt + "/refund/challenge",
            "/owner/agents/pantry-agent/revoke"
          }) {
        assertThat(pages.post(form, "amount=1.00").statusCode()).isEqualTo(403);
      }
      assertThat(house.access().list().get(0).standing(House.START)).isEqualTo("active");
    }
  }

  @OnEachDatabase
  void whatAProxySaysOfItsUserMeansNothing(House house) throws Exception {
    try (SignedInHouse pages = new SignedInHouse(house, false)) {
      for (String header :
          new String[] {
            "Remote-User",
            "X-Remote-User",
            "X-Forwarded-User",
            "X-Forwarded-Email",
            "X-Forwarded-Preferred-Username",
            "X-Auth-Request-User",
            "X-WEBAUTH-USER",
            "Cf-Access-Authenticated-User-Email",
            "Tailscale-User-Login",
            "X-SSL-Client-Verify",
            "Authorization"
          }) {
        assertThat(pages.server.get("/owner", header, "owner").statusCode())
            .as(header)
            .isEqualTo(303);
      }
    }
  }

  @OnEachDatabase
  void financesSessionOpensNoPageOfTheOwners(House house) throws Exception {
    try (SignedInHouse pages = new SignedInHouse(house, false)) {
      String token = pages.sessions().open(Session.ofPassphrase("finance", Set.of(Role.FINANCE)));

      assertThat(pages.server.get("/owner", "Cookie", "purser=" + token).statusCode())
          .isEqualTo(303);
    }
  }

  @OnEachDatabase
  void signingOutEndsTheSession(House house) throws Exception {
    try (SignedInHouse pages = SignedInHouse.in(house)) {
      HttpResponse<String> answer = pages.post("/owner/sign-out", "");

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
      assertThat(isIn(pages)).isFalse();
    }
  }

  @OnEachDatabase
  void onlyOurExactOriginSignsInOrOut(House house) throws Exception {
    try (SignedInHouse pages = SignedInHouse.in(house)) {
      for (String origin : new String[] {"null", "https://evil.example", "http://localhost:1"}) {
        assertThat(
                pages.server.post("/owner/sign-in", "passphrase=x", "Origin", origin).statusCode())
            .isEqualTo(403);
        assertThat(pages.server.post("/owner/sign-out", "", "Origin", origin).statusCode())
            .isEqualTo(403);
      }
      assertThat(isIn(pages)).isTrue();
    }
  }

  private static HttpResponse<String> byPassphrase(SignedInHouse pages) throws Exception {
    return pages.post(
        "/owner/sign-in", "to=/owner&passphrase=" + House.PASSPHRASE.replace(' ', '+'));
  }

  private static void refused(SignedInHouse pages, SoftAuthenticator authenticator)
      throws Exception {
    HttpResponse<String> answer = pages.signIn(authenticator, "/owner");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(SignedInHouse.cookie(answer)).isEmpty();
  }

  private static boolean isIn(SignedInHouse pages) throws Exception {
    return pages.get("/owner").statusCode() == 200;
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
