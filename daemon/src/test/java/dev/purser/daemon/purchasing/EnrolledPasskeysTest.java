package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.passkeys.EnrolmentCode;
import dev.purser.daemon.passkeys.Passkey;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.SoftAuthenticator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** A passkey comes in by a code from the privileged side, once and in time. */
@ExtendWith(HouseKeeper.class)
class EnrolledPasskeysTest {
  private static final String ORIGIN = "http://localhost:8480";
  private static final RelyingParty PARTY = new RelyingParty("localhost", ORIGIN);

  private final SoftAuthenticator phone = new SoftAuthenticator(ORIGIN);

  @OnEachDatabase
  void aCodeLetsOnePasskeyIn(House house) {
    PasskeyHouse owner = new PasskeyHouse(house, PARTY);
    EnrolmentCode code = owner.code();
    String first = challenge(owner, code);
    String second = challenge(owner, code);

    Passkey added = owner.enrolling().enrol(code, "phone", phone.make(first)).orElseThrow();

    assertThat(added.person()).isEqualTo("owner");
    assertThat(owner.enrolling().all()).extracting(Passkey::label).containsExactly("phone");
    assertThat(owner.enrolling().invite(code)).isEmpty();
    SoftAuthenticator another = new SoftAuthenticator(ORIGIN);
    assertThat(owner.enrolling().enrol(code, "another", another.make(second))).isEmpty();
  }

  @OnEachDatabase
  void aCodeIsGoodForTenMinutesAndNoLonger(House house) {
    PasskeyHouse owner = new PasskeyHouse(house, PARTY);
    EnrolmentCode late = owner.code();
    house.clock.pass(Duration.ofMinutes(10));
    assertThat(owner.enrolling().invite(late)).isEmpty();

    EnrolmentCode code = owner.code();
    house.clock.pass(Duration.ofMinutes(10).minusNanos(1_000));
    String challenge = challenge(owner, code);
    assertThat(owner.enrolling().enrol(code, "phone", phone.make(challenge))).isPresent();
  }

  @OnEachDatabase
  void anotherCodesChallengeLetsNobodyIn(House house) {
    PasskeyHouse owner = new PasskeyHouse(house, PARTY);
    String challenge = challenge(owner, owner.code());

    assertThat(owner.enrolling().enrol(owner.code(), "phone", phone.make(challenge))).isEmpty();
    assertThat(owner.enrolling().all()).isEmpty();
  }

  @OnEachDatabase
  void aPasskeyThatAsksNobodyWhoTheyAreStaysOut(House house) {
    PasskeyHouse owner = new PasskeyHouse(house, PARTY);
    EnrolmentCode code = owner.code();
    phone.verifiesUser = false;
    assertThat(owner.enrolling().enrol(code, "phone", phone.make(challenge(owner, code))))
        .isEmpty();

    phone.verifiesUser = true;
    phone.origin = "http://localhost:8481";
    assertThat(owner.enrolling().enrol(code, "phone", phone.make(challenge(owner, code))))
        .isEmpty();
    assertThat(owner.enrolling().all()).isEmpty();
  }

  @OnEachDatabase
  void aCodeIsReadAsPeopleTypeItAndNotKept(House house) {
    PasskeyHouse owner = new PasskeyHouse(house, PARTY);
    EnrolmentCode code = owner.code();
    String shown = code.reveal();

    assertThat(shown).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
    for (String typed :
        List.of(shown.toLowerCase(java.util.Locale.ROOT), shown.replace("-", " "), " " + shown)) {
      EnrolmentCode read = EnrolmentCode.parse(typed).orElseThrow();
      assertThat(owner.enrolling().invite(read)).isPresent();
    }
    assertThat(EnrolmentCode.parse(shown.substring(1))).isEmpty();
    assertThat(code.toString()).doesNotContain(shown);
    assertThat(house.kept()).doesNotContain(shown, shown.replace("-", ""));
  }

  private static String challenge(PasskeyHouse owner, EnrolmentCode code) {
    return owner.enrolling().invite(code).orElseThrow().request().challenge();
  }
}
