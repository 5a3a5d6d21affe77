package dev.purser.daemon.purchasing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.daemon.audit.AuditReader;
import dev.purser.daemon.notices.words.OwnerClock;
import dev.purser.daemon.orders.OrderHistory;
import dev.purser.daemon.owner.EnrolResource;
import dev.purser.daemon.owner.OwnerResource;
import dev.purser.daemon.owner.ReadPages;
import dev.purser.daemon.owner.home.AgentsPageResource;
import dev.purser.daemon.owner.home.HomeResource;
import dev.purser.daemon.owner.home.ReceiptResource;
import dev.purser.daemon.owner.home.Receipts;
import dev.purser.daemon.owner.home.RecordedHabits;
import dev.purser.daemon.owner.session.OwnerSignIn;
import dev.purser.daemon.owner.session.SessionCookie;
import dev.purser.daemon.owner.session.Sessions;
import dev.purser.daemon.owner.session.SignInResource;
import dev.purser.daemon.owner.session.SignedInGuard;
import dev.purser.daemon.owner.web.PageServer;
import dev.purser.daemon.owner.web.Site;
import dev.purser.daemon.passkeys.Assertion;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.SoftAuthenticator;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A house with all of the owner's pages on a real port. */
final class SignedInHouse implements AutoCloseable {
  final PageServer server;
  final SoftAuthenticator phone;
  private final House house;
  private @Nullable PasskeyHouse owner;
  private @Nullable Sessions sessions;
  private String cookie = "none=yet";

  SignedInHouse(House house, boolean passphraseFallback) throws Exception {
    this(house, Set.of(PasskeyHouse.OWNER), passphraseFallback);
  }

  /** Where others are owners. */
  SignedInHouse(House house, Set<String> owners) throws Exception {
    this(house, owners, false);
  }

  private SignedInHouse(House house, Set<String> owners, boolean passphraseFallback)
      throws Exception {
    this.house = house;
    this.server = new PageServer(site -> resources(site, owners, passphraseFallback));
    this.phone = new SoftAuthenticator(server.address());
  }

  private List<Object> resources(Site site, Set<String> owners, boolean passphraseFallback) {
    PasskeyHouse passkeys =
        new PasskeyHouse(house, new RelyingParty(site.address().host(), site.address().origin()));
    passkeys.restart(owners);
    owner = passkeys;
    OwnerSignIn signIn = passkeys.signIn(passphraseFallback);
    Sessions opened = new Sessions(house.clock, new SecureRandom(), signIn::isStillGood);
    sessions = opened;
    OwnerClock words = new OwnerClock(HouseRules.ZONE);
    var jdbi = house.database().jdbi();
    OrderHistory history = new OrderHistory(jdbi);
    Receipts receipts = new Receipts(house.flow(), new AuditReader(jdbi), house.mandates());
    return List.of(
        new OwnerResource(ReadPages.of(house.flow(), site.pages(), house.clock)),
        new EnrolResource(passkeys.enrolling(), site.pages()),
        new SignedInGuard(opened, new SessionCookie(site.address()), site.pages()),
        new SignInResource(signIn, opened, site, words),
        new HomeResource(history, new RecordedHabits(history), site.pages(), words, house.clock),
        new ReceiptResource(
            house.flow(), receipts, passkeys.guard(passphraseFallback), site.pages()),
        new AgentsPageResource(house.access(), history, site.pages(), house.clock));
  }

  PasskeyHouse owner() {
    return Optional.ofNullable(owner).orElseThrow();
  }

  Sessions sessions() {
    return Optional.ofNullable(sessions).orElseThrow();
  }

  /** With the phone enrolled, and signed in by it. */
  static SignedInHouse in(House house) throws Exception {
    SignedInHouse open = new SignedInHouse(house, false);
    open.owner().enrolled(open.phone);
    HttpResponse<String> answer = open.signIn(open.phone, "/owner");
    open.cookie = cookie(answer).orElseThrow();
    return open;
  }

  HttpResponse<String> get(String path) throws Exception {
    return server.get(path, "Cookie", cookie);
  }

  HttpResponse<String> post(String path, String form, String... headers) throws Exception {
    List<String> all = new ArrayList<>(List.of("Origin", server.address(), "Cookie", cookie));
    all.addAll(List.of(headers));
    return server.post(path, form, all.toArray(String[]::new));
  }

  /** As the page's script does. */
  HttpResponse<String> signIn(SoftAuthenticator authenticator, String to) throws Exception {
    return post("/owner/sign-in", "to=" + to + signed("/owner/sign-in", "", authenticator));
  }

  /** The fields that the script adds to a form, once it has asked what to sign. */
  String signed(String path, String form, SoftAuthenticator authenticator) throws Exception {
    JsonNode asked = asked(path, form);
    String nonce = asked.has("nonce") ? "&nonce=" + asked.get("nonce").asText() : "";
    return nonce + fields(authenticator.sign(asked.get("challenge").asText()));
  }

  JsonNode asked(String path, String form) throws Exception {
    return new ObjectMapper().readTree(post(path + "/challenge", form).body());
  }

  static String fields(Assertion yes) {
    return "&credential=%s&clientData=%s&authenticatorData=%s&signature=%s"
        .formatted(yes.credentialId(), yes.clientData(), yes.authenticatorData(), yes.signature());
  }

  static Optional<String> cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").map(set -> set.split(";", 2)[0]);
  }

  void signedInAs(HttpResponse<String> answer) {
    cookie = cookie(answer).orElseThrow();
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("The pages do not stop", e);
    }
  }
}
