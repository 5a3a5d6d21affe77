package dev.purser.daemon.purchasing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.owner.Axe;
import dev.purser.daemon.owner.Browser;
import dev.purser.daemon.owner.EnrolResource;
import dev.purser.daemon.owner.OwnerResource;
import dev.purser.daemon.owner.ReadPages;
import dev.purser.daemon.owner.StandingResource;
import dev.purser.daemon.owner.web.PageServer;
import dev.purser.daemon.owner.web.Site;
import dev.purser.daemon.passkeys.Assertion;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.SoftAuthenticator;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;

/** Standing mandates on the owner's pages: what is read back is what is signed. */
@ExtendWith(HouseKeeper.class)
class StandingPagesTest {
  private static final String NEW = "/owner/mandates/new";
  private static final String WANTED =
      "agent=pantry-agent&vendor=corner-store&categories=household%2Fpantry"
          + "&perOrder=30.00&inAll=100.00&uses=5&unitPrice=15.00&days=7";
  private static final Pattern TERMS = Pattern.compile("name=\"terms\" value=\"([^\"]*)\"");

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
  void theOwnerWritesItDownSignsItAndEndsItOnAnOrdersPage(House house) throws Exception {
    Open open = open(house);
    authenticators.add(BROWSER.authenticator(true));
    enrol(open);
    UUID first = house.awaiting("eggs", 1);
    BROWSER.open(open.page(first));
    BROWSER.pressOnceAlive("#passkey button");
    house.pay();
    house.clock.pass(House.UNDO_WINDOW);
    house.pay();

    BROWSER.open(open.server().address() + NEW);
    BROWSER.find("input[name=vendor]").click();
    BROWSER.find("#categories").sendKeys("household/pantry");
    BROWSER.picture("standing-new");
    assertThat(Axe.violationsOf(BROWSER)).isEmpty();
    BROWSER.press("#wanted button");
    assertThat(BROWSER.text())
        .contains("pantry-agent may buy at Shop corner-store (https://corner-store.example)")
        .contains("30.00 USD an order", "5 orders, 100.00 USD in all", "1 Harbour Street");
    BROWSER.picture("standing-sign");
    assertThat(Axe.violationsOf(BROWSER)).isEmpty();
    BROWSER.pressOnceAlive("#passkey button");
    assertThat(BROWSER.text()).startsWith("Standing mandate: active");
    house.clock.pass(Duration.ofSeconds(1));

    UUID order = UUID.fromString(house.propose("eggs", 2).order());
    house.mail();
    BROWSER.open(open.page(order));
    assertThat(BROWSER.text())
        .contains("This was bought under a mandate that your passkey granted");
    BROWSER.picture("standing-used");
    assertThat(Axe.violationsOf(BROWSER)).isEmpty();
    BROWSER.press("#revoke-mandate button");
    assertThat(BROWSER.text()).contains("It is revoked now.");
    assertThat(BROWSER.has("#revoke-mandate")).isFalse();

    BROWSER.open(open.server().address() + "/owner/mandates");
    assertThat(BROWSER.text()).contains("pantry-agent: revoked");
  }

  @OnEachDatabase
  void whoIsNotTheOwnersPasskeyGrantsNothing(House house) throws Exception {
    Open open = open(house);
    SoftAuthenticator owners = new SoftAuthenticator(open.server().address());
    SoftAuthenticator agents = new SoftAuthenticator(open.server().address());
    open.owner().enrolled(owners);
    assertThat(open.grant(agents)).isEqualTo(403);

    owners.verifiesUser = false;
    assertThat(open.grant(owners)).isEqualTo(403);
    owners.verifiesUser = true;
    owners.origin = "http://localhost:1";
    assertThat(open.grant(owners)).isEqualTo(403);
    assertThat(open.post("/owner/mandates/grant", "terms=" + open.terms()).statusCode())
        .isEqualTo(403);
    assertThat(house.flow().standing().list()).isEmpty();

    owners.origin = open.server().address();
    assertThat(open.grant(owners)).isEqualTo(303);
  }

  @OnEachDatabase
  void anotherSitesFormDoesNothing(House house) throws Exception {
    Open open = open(house);
    open.owner().enrolled(new SoftAuthenticator(open.server().address()));

    for (String path : List.of(NEW, "/owner/mandates/challenge", "/owner/mandates/grant")) {
      assertThat(open.server().post(path, WANTED).statusCode()).isEqualTo(403);
      assertThat(open.server().post(path, WANTED, "Origin", "https://evil.test").statusCode())
          .isEqualTo(403);
    }
  }

  @OnEachDatabase
  void whatCannotBeMeantIsSaidAndKept(House house) throws Exception {
    Open open = open(house);
    for (String[] change :
        new String[][] {
          {"perOrder=30.00", "perOrder=thirty"},
          {"days=7", "days=91"},
          {"vendor=corner-store", "vendor=evil-store"},
          {"household%2Fpantry", "workshop"},
          {"uses=5", "uses=0"},
          {"agent=pantry-agent", "agent=%3Cb%3E"}
        }) {
      HttpResponse<String> answer = open.post(NEW, WANTED.replace(change[0], change[1]));

      assertThat(answer.statusCode()).as(change[1]).isEqualTo(400);
      assertThat(answer.body()).contains("role=\"alert\"").doesNotContain("<b>");
    }
  }

  /** Terms that the daemon did not write, or would not write now, are not even asked about. */
  @OnEachDatabase
  void onlyTermsThatTheDaemonWroteAreAskedAbout(House house) throws Exception {
    Open open = open(house);
    open.owner().enrolled(new SoftAuthenticator(open.server().address()));
    String terms = open.terms();
    String path = "/owner/mandates/challenge";

    assertThat(open.post(path, "terms=" + terms).statusCode()).isEqualTo(200);
    assertThat(open.post(path, "terms=" + terms.replace("pantry-agent", "nobody")).statusCode())
        .isEqualTo(409);
    assertThat(open.post(path, "terms=" + terms + "+").statusCode()).isEqualTo(409);
    assertThat(open.post(path, "").statusCode()).isEqualTo(409);
  }

  @OnEachDatabase
  void aVendorsWordsInTheReasonAreInert(House house) throws Exception {
    StandingHouse owner = new StandingHouse(house);
    UUID mandate = owner.granted();
    Files.writeString(
        house.catalogue(),
        "sku,title,size,price,category\nxss,<script>alert(1)</script>\u202e,each,1.00,\n");
    owner.asked("xss", 1);
    Open open = open(house);

    for (String path : List.of("/owner/mandates", "/owner/mandates/" + mandate)) {
      assertThat(open.server().get(path).body())
          .contains("suspended", "&lt;script&gt;")
          .doesNotContain("<script>alert", "\u202e");
    }
  }

  private record Open(PageServer server, PasskeyHouse owner, House house) {
    String page(UUID order) {
      return server.address() + "/o/" + house.link(order).reveal();
    }

    HttpResponse<String> post(String path, String form) throws Exception {
      return server.post(path, form, "Origin", server.address());
    }

    /** As the form holds them. */
    String terms() throws Exception {
      Matcher terms = TERMS.matcher(post(NEW, WANTED).body());
      assertThat(terms.find()).isTrue();
      return URLEncoder.encode(terms.group(1).replace("&#34;", "\"").replace("&amp;", "&"), UTF_8);
    }

    /** Asks and answers as the page's script does. */
    int grant(SoftAuthenticator authenticator) throws Exception {
      String terms = "terms=" + terms();
      String asked = post("/owner/mandates/challenge", terms).body();
      Assertion yes =
          authenticator.sign(new ObjectMapper().readTree(asked).get("challenge").asText());
      String form =
          "%s&credential=%s&clientData=%s&authenticatorData=%s&signature=%s"
              .formatted(
                  terms,
                  yes.credentialId(),
                  yes.clientData(),
                  yes.authenticatorData(),
                  yes.signature());
      return post("/owner/mandates/grant", form).statusCode();
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
    return List.of(
        new OwnerResource(ReadPages.of(house.flow(), site.pages(), house.clock)),
        new StandingResource(house.flow().standing(), site.pages()),
        new EnrolResource(owner.enrolling(), site.pages()));
  }

  private static void enrol(Open open) throws Exception {
    BROWSER.open(open.server().address() + "/owner/enrol");
    BROWSER.find("#code").sendKeys(open.owner().code().reveal());
    BROWSER.find("#label").sendKeys("phone");
    BROWSER.pressOnceAlive("#enrol button");
  }
}
