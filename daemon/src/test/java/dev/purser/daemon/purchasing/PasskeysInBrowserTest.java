package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.agentapi.OrderView;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.owner.Axe;
import dev.purser.daemon.owner.Browser;
import dev.purser.daemon.owner.EnrolResource;
import dev.purser.daemon.owner.NarrowResource;
import dev.purser.daemon.owner.OrderPages;
import dev.purser.daemon.owner.OwnerResource;
import dev.purser.daemon.owner.ReadPages;
import dev.purser.daemon.owner.SeveralResource;
import dev.purser.daemon.owner.web.PageServer;
import dev.purser.daemon.owner.web.Site;
import dev.purser.daemon.passkeys.Assertion;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.SoftAuthenticator;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;

/** A passkey in a real browser: only there are origin, gesture and user verification real. */
@ExtendWith(HouseKeeper.class)
class PasskeysInBrowserTest {
  private static final int PHONE_WIDTH = 360;
  private static final int PHONE_HEIGHT = 640;

  private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"");

  private static final Browser BROWSER = new Browser();

  private final List<PageServer> servers = new ArrayList<>();
  private final List<VirtualAuthenticator> authenticators = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    authenticators.forEach(BROWSER::remove);
    for (PageServer server : servers) {
      server.stop();
    }
  }

  @AfterAll
  static void quit() {
    BROWSER.quit();
  }

  @OnEachDatabase
  void theOwnerEnrolsAPasskeyAndConfirmsWithIt(House house) throws Exception {
    Open open = open(house);
    have(true);
    enrol(open);
    assertThat(BROWSER.text()).contains("Passkey added");
    UUID order = house.awaiting("eggs", 1);

    BROWSER.open(open.page(order));
    assertThat(BROWSER.has("#passphrase")).isFalse();
    assertThat(BROWSER.find("#passkey button").isEnabled()).isFalse();
    assertThat(BROWSER.bottomOf("#payee, #total, #passkey button, #decline button"))
        .isLessThanOrEqualTo(PHONE_HEIGHT);
    BROWSER.pressOnceAlive("#passkey button");

    assertThat(BROWSER.text()).startsWith("Confirmed");
    assertThat(house.state(order)).isEqualTo(OrderState.CONFIRMED);
    BROWSER.picture("passkey-confirmed");
  }

  @OnEachDatabase
  void oneSignatureSaysYesToThoseThatAreTicked(House house) throws Exception {
    Open open = open(house);
    have(true);
    enrol(open);
    UUID eggs = house.awaiting("eggs", 1);
    UUID milk = house.awaiting("milk", 2);
    UUID cake = house.awaiting("cake", 1);

    BROWSER.open(open.several(List.of(eggs, milk, cake)));
    BROWSER.picture("several-orders");
    assertThat(Axe.violationsOf(BROWSER)).isEmpty();
    BROWSER.find("input[value*='%s']".formatted(house.link(milk).reveal())).click();
    BROWSER.pressOnceAlive("#passkey button");

    assertThat(BROWSER.text()).contains("Confirmed");
    assertThat(house.state(eggs)).isEqualTo(OrderState.CONFIRMED);
    assertThat(house.state(cake)).isEqualTo(OrderState.CONFIRMED);
    assertThat(house.state(milk)).isEqualTo(OrderState.AWAITING_CONFIRMATION);
  }

  @OnEachDatabase
  void theOwnerTakesLessSignsThatTakesItBackAndStopsTheAgent(House house) throws Exception {
    Open open = open(house);
    have(true);
    enrol(open);
    UUID three = house.awaiting("milk", 3);

    BROWSER.open(open.page(three));
    BROWSER.find("#less summary").click();
    BROWSER.find("#narrow input[type=number]").clear();
    BROWSER.find("#narrow input[type=number]").sendKeys("1");
    BROWSER.press("#narrow button");
    assertThat(BROWSER.text()).contains("Confirm this order?", "4.16 USD");
    assertThat(house.state(three)).isEqualTo(OrderState.EXPIRED);
    BROWSER.pressOnceAlive("#passkey button");
    assertThat(BROWSER.text()).startsWith("Confirmed").contains("4.16 USD");
    BROWSER.press("#undo button");
    assertThat(BROWSER.text()).startsWith("Undone");

    UUID next = house.awaiting("eggs", 1);
    BROWSER.open(open.page(next));
    BROWSER.find("#freeze summary").click();
    BROWSER.press("#freeze button");
    assertThat(BROWSER.text()).startsWith("Frozen");
    assertThat(house.state(next)).isEqualTo(OrderState.DECLINED);
    assertThat(house.propose("eggs", 2).status()).isEqualTo(OrderView.Status.DENIED);
  }

  @OnEachDatabase
  void anAgentsOwnPasskeyConfirmsNothing(House house) throws Exception {
    Open open = open(house);
    open.owner().enrolled(new SoftAuthenticator(open.server().address()));
    UUID order = house.awaiting("eggs", 1);
    have(true);

    BROWSER.open(open.page(order));
    BROWSER.clickOnceAlive("#passkey button");
    BROWSER.awaitText("#passkey [role=alert]", "Nothing was signed, and nothing has changed.");

    assertThat(house.state(order)).isEqualTo(OrderState.AWAITING_CONFIRMATION);
  }

  @OnEachDatabase
  void withoutVerifyingTheUserNothingIsSigned(House house) throws Exception {
    Open open = open(house);
    VirtualAuthenticator authenticator = have(true);
    enrol(open);
    UUID order = house.awaiting("eggs", 1);
    authenticator.setUserVerified(false);

    BROWSER.open(open.page(order));
    BROWSER.clickOnceAlive("#passkey button");
    BROWSER.awaitText("#passkey [role=alert]", "Nothing was signed, and nothing has changed.");

    assertThat(house.state(order)).isEqualTo(OrderState.AWAITING_CONFIRMATION);
  }

  @OnEachDatabase
  void noScriptPressesTheButton(House house) throws Exception {
    Open open = open(house);
    have(true);
    enrol(open);
    UUID order = house.awaiting("eggs", 1);

    BROWSER.open(open.page(order));
    BROWSER.run("document.querySelector('#passkey button').click()");
    BROWSER.run("document.querySelector('#passkey').requestSubmit()");
    BROWSER.awaitAlive("#passkey button");
    BROWSER.run("document.querySelector('#passkey button').click()");
    BROWSER.run("document.querySelector('#passkey').requestSubmit()");
    BROWSER.pressOnceAlive("#passkey button");

    assertThat(house.state(order)).isEqualTo(OrderState.CONFIRMED);
    assertThat(house.story(order)).containsOnlyOnce("challenge.issued");
  }

  /** Whoever has the link needs no browser to try. */
  @OnEachDatabase
  void whatIsPostedWithoutTheOwnersPasskeyIs403(House house) throws Exception {
    Open open = open(house);
    SoftAuthenticator agents = new SoftAuthenticator(open.server().address());
    SoftAuthenticator owners = new SoftAuthenticator(open.server().address());
    open.owner().enrolled(owners);
    UUID order = house.awaiting("eggs", 1);
    assertThat(open.post(order, agents)).isEqualTo(403);

    owners.verifiesUser = false;
    assertThat(open.post(order, owners)).isEqualTo(403);

    owners.verifiesUser = true;
    owners.origin = "http://localhost:1";
    assertThat(open.post(order, owners)).isEqualTo(403);
    assertThat(house.state(order)).isEqualTo(OrderState.AWAITING_CONFIRMATION);

    owners.origin = open.server().address();
    assertThat(open.post(order, owners)).isEqualTo(303);
    assertThat(open.post(order, owners)).isEqualTo(409);
  }

  @OnEachDatabase
  void noCodeNoPasskey(House house) throws Exception {
    Open open = open(house);
    have(true);

    BROWSER.sized(PHONE_WIDTH, PHONE_HEIGHT).open(open.server().address() + "/owner/enrol");
    BROWSER.find("#code").sendKeys("0000-0000-0000");
    BROWSER.find("#label").sendKeys("mine now");
    BROWSER.clickOnceAlive("#enrol button");
    BROWSER.awaitText("#enrol [role=alert]", "That code is not one, was used, or is too old.");

    assertThat(open.owner().enrolling().all()).isEmpty();
  }

  private record Open(PageServer server, PasskeyHouse owner, House house) {
    String page(UUID order) {
      return server.address() + path(order);
    }

    String several(List<UUID> orders) {
      return orders.stream()
          .map(order -> house.link(order).reveal())
          .collect(Collectors.joining(".", server.address() + "/several/", ""));
    }

    private String path(UUID order) {
      return "/o/" + house.link(order).reveal();
    }

    /** Empty where the page takes no answer any more. */
    private String shown(UUID order) throws Exception {
      Matcher shown = SHOWN.matcher(server.get(path(order)).body());
      return shown.find() ? shown.group(1) : "";
    }

    /** Asks and answers as the page's script does; 409 where nothing is asked any more. */
    int post(UUID order, SoftAuthenticator authenticator) throws Exception {
      String digest = "digest=" + house.order(order).digest() + "&shown=" + shown(order);
      HttpResponse<String> asked = server.post(path(order) + "/challenge", digest);
      if (asked.statusCode() != 200) {
        return asked.statusCode();
      }
      Assertion yes =
          authenticator.sign(new ObjectMapper().readTree(asked.body()).get("challenge").asText());
      String form =
          "%s&credential=%s&clientData=%s&authenticatorData=%s&signature=%s"
              .formatted(
                  digest,
                  yes.credentialId(),
                  yes.clientData(),
                  yes.authenticatorData(),
                  yes.signature());
      return server.post(path(order) + "/confirm", form).statusCode();
    }
  }

  private Open open(House house) throws Exception {
    List<PasskeyHouse> owners = new ArrayList<>();
    PageServer server = new PageServer(site -> resources(house, site, owners));
    servers.add(server);
    return new Open(server, owners.get(0), house);
  }

  private static List<Object> resources(House house, Site site, List<PasskeyHouse> owners) {
    RelyingParty party = new RelyingParty(site.address().host(), site.address().origin());
    PasskeyHouse owner = new PasskeyHouse(house, party);
    owners.add(owner);
    OrderPages orderPages = ReadPages.of(house.flow(), site.pages(), house.clock);
    return List.of(
        new OwnerResource(orderPages),
        new NarrowResource(orderPages),
        new SeveralResource(orderPages, new OwnerClock(HouseRules.ZONE)),
        new EnrolResource(owner.enrolling(), site.pages()));
  }

  private VirtualAuthenticator have(boolean verifiesUser) {
    VirtualAuthenticator authenticator = BROWSER.authenticator(verifiesUser);
    authenticators.add(authenticator);
    return authenticator;
  }

  private static void enrol(Open open) throws Exception {
    BROWSER.sized(PHONE_WIDTH, PHONE_HEIGHT).open(open.server().address() + "/owner/enrol");
    BROWSER.find("#code").sendKeys(open.owner().code().reveal());
    BROWSER.find("#label").sendKeys("phone");
    BROWSER.picture("enrol-phone");
    BROWSER.pressOnceAlive("#enrol button");
  }
}
