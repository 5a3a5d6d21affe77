package dev.purser.daemon.confirmation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.purser.budgets.Money;
import dev.purser.daemon.orders.FrozenRequisition;
import dev.purser.daemon.passkeys.Challenge;
import dev.purser.daemon.passkeys.Matter;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.SignedYes;
import dev.purser.daemon.passkeys.SoftAuthenticator;
import dev.purser.daemon.seals.Alteration;
import dev.purser.daemon.seals.SealKey;
import dev.purser.daemon.seals.SealingKey;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mandate that was taken away is checked by itself, and every altered field is named. */
class MandateFileTest {
  private static final String ORIGIN = "http://localhost:8480";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final UUID ORDER = new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0001L);
  private static final RelyingParty PARTY = new RelyingParty("localhost", ORIGIN);
  private static final FrozenRequisition EGGS =
      FrozenRequisition.freeze(ConfirmedOrders.anOrder(Money.parse("2.94 USD")).requisition());

  private final SoftAuthenticator phone = new SoftAuthenticator(ORIGIN);
  private Path directory;
  private SealingKey key;

  @BeforeEach
  void aDaemonWithAKey(@TempDir Path temporary) throws Exception {
    directory = temporary;
    key = SealingKey.inFile(directory.resolve("key"), new SecureRandom());
  }

  @Test
  void whatWasExportedHoldsAnywhere() throws Exception {
    String file = exported(signed()).toString();
    Optional<SealKey> trusted = Optional.of(key.publicKey());

    assertThat(MandateCheck.findings(MandateFile.read(file), trusted)).isEmpty();
    assertThat(MandateCheck.findings(MandateFile.read(file), Optional.empty())).isEmpty();
    assertThat(MandateCheck.says(MandateFile.read(file), trusted))
        .contains("passkey ", "2.94 USD", ORDER.toString(), "whose key was given");
    assertThat(MandateCheck.says(MandateFile.read(file), Optional.empty()))
        .contains("believed as it came", key.publicKey().id());
  }

  @Test
  void whatAPassphraseProvedHoldsByTheSeal() throws Exception {
    MandateFile file = MandateFile.read(exported(Evidence.passphrase()).toString());

    assertThat(MandateCheck.findings(file, Optional.empty())).isEmpty();
    assertThat(MandateCheck.says(file, Optional.empty())).startsWith("the passphrase said yes");
  }

  /** By the very name that the file has for it; of what is signed, every single character. */
  @Test
  void oneBitOfAnyFieldFlippedIsNamed() throws Exception {
    JsonNode file = exported(oneOfTwo());
    MandateFile whole = MandateFile.read(file.toString());
    assertThat(whole.fields()).hasSize(16);
    assertThat(named(file.toString())).isEmpty();

    for (String field : whole.fields().keySet()) {
      String value = whole.fields().get(field);
      int step = field.startsWith("signed.") ? 1 : value.length() / 2;
      for (int at = 0; at < value.length(); at += step) {
        String altered = with(file, field, flipped(value, at));

        assertThat(named(altered)).as("%s at %d", field, at).contains(field);
      }
    }
  }

  @Test
  void oneBitOfTheSealFlippedIsNamed() throws Exception {
    JsonNode file = exported(signed());
    String seal = file.get("seal").asText();

    for (int at = 0; at < seal.length(); at += 7) {
      assertThat(named(with(file, "seal", flipped(seal, at)))).as("at " + at).contains("seal");
    }
  }

  /** Wherever in the file it is: names, values, brackets, key. */
  @Test
  void noBitOfTheFileFlipsUnseen() throws Exception {
    byte[] file = exported(signed()).toString().getBytes(UTF_8);
    List<Integer> unseen = new ArrayList<>();
    for (int at = 0; at < file.length; at++) {
      file[at] ^= 1;
      if (holds(new String(file, UTF_8))) {
        unseen.add(at);
      }
      file[at] ^= 1;
    }
    assertThat(unseen).isEmpty();
  }

  @Test
  void whatIsMissingOrTooManyIsNamed() throws Exception {
    ObjectNode file = (ObjectNode) exported(signed());
    file.remove("policy_version");
    file.put("discount", "everything");

    assertThat(MandateCheck.findings(MandateFile.read(file.toString()), Optional.empty()))
        .contains(
            new Alteration("policy_version", "was sealed, and is missing"),
            new Alteration("discount", "was not there when it was sealed"));
  }

  @Test
  void whoeverSealsItAnewIsNotTheDaemon() throws Exception {
    ObjectNode file = (ObjectNode) exported(Evidence.passphrase());
    SealingKey stranger = SealingKey.inFile(directory.resolve("another-key"), new SecureRandom());
    file.put("confirmed_at", "2026-11-23T11:00:00Z");
    Map<String, String> fields = MandateFile.read(file.toString()).fields();
    file.put("seal", stranger.seal(fields));
    file.set("seal_key", JSON.valueToTree(stranger.publicKey().fields()));
    MandateFile forged = MandateFile.read(file.toString());

    assertThat(MandateCheck.findings(forged, Optional.empty())).isEmpty();
    assertThat(MandateCheck.findings(forged, Optional.of(key.publicKey())))
        .containsExactly(new Alteration("seal", "is not what this key signed"));
  }

  @Test
  void oneThatIsOlderThanSealsSaysSo() throws Exception {
    ObjectNode file = (ObjectNode) exported(signed());
    file.remove("seal");

    assertThat(MandateCheck.findings(MandateFile.read(file.toString()), Optional.empty()))
        .containsExactly(
            new Alteration("seal", "is missing: the mandate is older than seals, or was altered"));
  }

  /** With a seal that holds: as if the daemon itself had kept nonsense. */
  @Test
  void theSealDoesNotStandForTheRest() throws Exception {
    ObjectNode file = (ObjectNode) exported(signed());
    file.put("requisition", file.get("requisition").asText().replace("Eggs", "Gold"));
    ((ObjectNode) file.get("signed")).put("origin", "http://localhost:8481");
    file.put("seal", key.seal(MandateFile.read(file.toString()).fields()));

    assertThat(named(file.toString())).containsExactly("requisition", "signed");
  }

  /** All that the table has but the seal itself; and terms, which no yes to several orders has. */
  @Test
  void everyColumnIsSealed() {
    MandateRow row = MandateRow.sealed(oneOfTwo(), key);

    assertThat(row.fields())
        .hasSize(
            MandateRow.class.getRecordComponents().length - List.of("seal", "standing").size() + 1)
        .containsKey("format");
  }

  /** That one signature said yes to, and to another order. */
  private Mandate oneOfTwo() {
    String both = Together.write(Map.of(ORDER, EGGS.digest(), UUID.randomUUID(), "d1".repeat(32)));
    return mandate(signed(Matter.several(both), new UUID(0, 0)), Optional.of(both));
  }

  private Evidence signed() {
    return signed(Matter.order(ORDER, EGGS.digest()), ORDER);
  }

  private Evidence signed(Matter matter, UUID order) {
    ByteBuffer nonce = ByteBuffer.wrap(new SecureRandom().generateSeed(48));
    nonce.putLong(order.getMostSignificantBits()).putLong(order.getLeastSignificantBits());
    Challenge challenge =
        new Challenge(
            matter, Base64.getUrlEncoder().withoutPadding().encodeToString(nonce.array()));
    return Evidence.passkey(
        new SignedYes(phone.attested(), challenge.nonce(), phone.sign(challenge.text()), PARTY));
  }

  private static Mandate mandate(Evidence evidence) {
    return mandate(evidence, Optional.empty());
  }

  private static Mandate mandate(Evidence evidence, Optional<String> together) {
    return new Mandate(
        ORDER,
        EGGS.digest(),
        Optional.of(EGGS.json()),
        together,
        Optional.empty(),
        evidence,
        EGGS.requisition().policyVersion(),
        ConfirmedOrders.CONFIRMED_AT);
  }

  private JsonNode exported(Evidence evidence) {
    return exported(mandate(evidence));
  }

  private JsonNode exported(Mandate mandate) {
    MandateRow row = MandateRow.sealed(mandate, key);
    return JSON.valueToTree(MandateFile.of(row, key.publicKey()).json());
  }

  private static List<String> named(String file) {
    return MandateCheck.findings(MandateFile.read(file), Optional.empty()).stream()
        .map(Alteration::field)
        .toList();
  }

  private static boolean holds(String file) {
    try {
      return named(file).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String with(JsonNode file, String field, String value)
      throws JsonProcessingException {
    ObjectNode copy = file.deepCopy();
    int point = field.indexOf('.');
    ObjectNode holder = point < 0 ? copy : (ObjectNode) copy.get(field.substring(0, point));
    holder.put(field.substring(point + 1), value);
    return JSON.writeValueAsString(copy);
  }

  private static String flipped(String text, int at) {
    return text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
  }
}
