package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.daemon.confirmation.MandateCheck;
import dev.purser.daemon.confirmation.MandateFile;
import dev.purser.daemon.confirmation.Mandates;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.SoftAuthenticator;
import dev.purser.daemon.seals.Alteration;
import dev.purser.daemon.seals.SealingKey;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever gets at the books moves no money by changing what the owner said yes to. */
@ExtendWith(HouseKeeper.class)
class SealedMandatesTest {
  private static final String ORIGIN = "http://localhost:8480";
  private static final String COLUMNS =
      """
      select column_name from information_schema.columns
      where table_name = 'mandates' and column_name <> 'order_id'
      """;

  private final SoftAuthenticator phone = new SoftAuthenticator(ORIGIN);

  @OnEachDatabase
  void oneBitOfAnyColumnFlippedStopsThePayment(House house) {
    PasskeyHouse owner = enrolled(house);
    List<String> columns = columns(house);
    assertThat(columns).hasSizeGreaterThan(13).contains("seal", "proof", "confirmed_at");

    for (String column : columns) {
      UUID order = signed(house, owner);
      assertThat(covers(house, order)).isTrue();
      flip(house, order, column);

      assertThat(covers(house, order)).as(column).isFalse();
      house.pay();
      assertThat(house.state(order)).as(column).isNotEqualTo(OrderState.AUTHORIZED);
    }
    assertThat(house.rail.calls()).isEmpty();
  }

  /** Even of one that is sealed. */
  @OnEachDatabase
  void whatThePasskeySignedIsCheckedAsWell(House house) {
    PasskeyHouse owner = enrolled(house);
    for (String column :
        List.of("client_data", "authenticator_data", "signature", "nonce", "passkey", "origin")) {
      UUID order = signed(house, owner);
      house.sealAnew(order);
      assertThat(covers(house, order)).isTrue();
      flip(house, order, column);
      house.sealAnew(order);

      assertThat(covers(house, order)).as(column).isFalse();
    }
  }

  @OnEachDatabase
  void whatAPassphraseProvedIsSealedAsWell(House house) {
    for (String column : List.of("proof", "confirmed_at", "policy_version", "requisition")) {
      UUID order = house.confirmed("cent", 1);
      assertThat(covers(house, order)).isTrue();
      flip(house, order, column);

      assertThat(covers(house, order)).as(column).isFalse();
    }
  }

  @OnEachDatabase
  void aMandateIsForItsOwnOrder(House house) {
    UUID order = house.confirmed("eggs", 1);
    UUID other = house.awaiting("cake", 1);

    house.alter(
        "update mandates set order_id = '%s' where order_id = '%s'".formatted(other, order));

    assertThat(covers(house, order)).isFalse();
    assertThat(covers(house, other)).isFalse();
  }

  /** Nobody else's word, and no silence either. */
  @OnEachDatabase
  void onlyTheDaemonsOwnSealCounts(House house) throws IOException {
    UUID order = house.confirmed("eggs", 1);
    SealingKey stranger =
        SealingKey.inFile(house.directory.resolve("another-key"), new SecureRandom());

    assertThat(new Mandates(house.database().jdbi(), stranger).confirmed(house.order(order)))
        .isEmpty();

    house.alter("update mandates set seal = null");
    assertThat(covers(house, order)).isFalse();
    house.pay();
    assertThat(house.rail.calls()).isEmpty();
  }

  @OnEachDatabase
  void aRefundNeedsTheSealToo(House house) {
    UUID order = house.paid("eggs", 1);
    List<ScriptedGateway.Call> before = house.rail.calls();
    flip(house, order, "confirmed_at");

    assertThat(house.mandates().receipt(house.order(order))).isEmpty();
    assertThatThrownBy(
            () -> house.flow().refund(order, house.order(order).requisition().total(), "owner"))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(house.rail.calls()).isEqualTo(before);
  }

  @OnEachDatabase
  void theSealOutlivesARestart(House house) {
    UUID order = house.confirmed("eggs", 1);

    house.restart();

    assertThat(covers(house, order)).isTrue();
  }

  @OnEachDatabase
  void anotherProofThanTheTrailTellsOfIsFound(House house) {
    UUID order = house.confirmed("eggs", 1);

    house.alter("update mandates set proof = 'passkey'");

    assertThat(house.inspect())
        .containsExactly(
            "order %s: its mandate says that a passkey proved it, but the trail says passphrase"
                .formatted(order));
  }

  @OnEachDatabase
  void whatIsAlteredInTheBooksIsNamedInTheFile(House house) throws IOException {
    PasskeyHouse owner = enrolled(house);
    for (String column : columns(house)) {
      UUID order = signed(house, owner);
      flip(house, order, column);

      assertThat(MandateCheck.findings(exported(house, order), Optional.empty()))
          .extracting(Alteration::field)
          .anyMatch(field -> field.equals(column) || field.equals("signed." + column));
    }
  }

  /** Through JSON, as by the control socket. */
  private static MandateFile exported(House house, UUID order) throws IOException {
    Map<String, Object> json = house.mandates().file(order).orElseThrow().json();
    return MandateFile.read(new ObjectMapper().writeValueAsString(json));
  }

  private UUID signed(House house, PasskeyHouse owner) {
    UUID order = house.awaiting("cent", 1);
    assertThat(house.confirm(order, phone.sign(owner.challenge(order))))
        .isEqualTo(new ConfirmOutcome.Confirmed());
    return order;
  }

  private PasskeyHouse enrolled(House house) {
    PasskeyHouse owner = new PasskeyHouse(house, new RelyingParty("localhost", ORIGIN));
    owner.enrolled(phone);
    return owner;
  }

  private static boolean covers(House house, UUID order) {
    return house.mandates().confirmed(house.order(order)).isPresent();
  }

  private static List<String> columns(House house) {
    return house
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(COLUMNS).mapTo(String.class).list());
  }

  /** The lowest bit: of the character in the middle, or of the microseconds. */
  private static void flip(House house, UUID order, String column) {
    house.alter("update mandates set digest = digest"); // So that the house expects to be altered.
    house
        .database()
        .jdbi()
        .useHandle(
            handle -> {
              String where = " where order_id = '%s'".formatted(order);
              var query = handle.createQuery("select " + column + " from mandates" + where);
              Object flipped =
                  column.equals("confirmed_at")
                      ? flipped(query.mapTo(OffsetDateTime.class).one())
                      : flipped(query.mapTo(String.class).findFirst().orElse(null));
              handle
                  .createUpdate("update mandates set " + column + " = :flipped" + where)
                  .bind("flipped", flipped)
                  .execute();
            });
  }

  private static OffsetDateTime flipped(OffsetDateTime moment) {
    return moment.withNano(((moment.getNano() / 1000) ^ 1) * 1000);
  }

  private static String flipped(@Nullable String text) {
    if (text == null) {
      return "x";
    }
    int middle = text.length() / 2;
    char other = (char) (text.charAt(middle) ^ 1);
    return text.substring(0, middle) + other + text.substring(middle + 1);
  }
}
