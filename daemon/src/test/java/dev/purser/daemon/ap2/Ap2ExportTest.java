package dev.purser.daemon.ap2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.ECKey;
import dev.purser.budgets.Money;
import dev.purser.daemon.confirmation.ConfirmedOrder;
import dev.purser.daemon.confirmation.ConfirmedOrders;
import dev.purser.daemon.confirmation.Mandates;
import dev.purser.daemon.seals.Alteration;
import dev.purser.daemon.seals.SealKey;
import dev.purser.daemon.seals.SealingKey;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read back by the JDK and a JSON parser alone, without what made it. */
class Ap2ExportTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Path directory;
  private final ConfirmedOrder order = ConfirmedOrders.withCharges(Money.parse("2.94 USD"));
  private SealingKey key;
  private ObjectNode file;

  @BeforeEach
  void export(@TempDir Path temporary) throws Exception {
    directory = temporary;
    key = SealingKey.inFile(directory.resolve("key"), new SecureRandom());
    file = exported();
  }

  @Test
  void mandatesAreValidByTheProtocolsSchemas() throws Exception {
    assertThat(Ap2Schemas.errors("checkout_mandate", claims("checkout_mandate").toString()))
        .isEmpty();
    assertThat(Ap2Schemas.errors("payment_mandate", claims("payment_mandate").toString()))
        .isEmpty();
    assertThat(Ap2Schemas.errors("types/jwk", file.get("key").toString())).isEmpty();
    assertThat(Ap2Schemas.errors("types/checkout", checkout().toString())).isEmpty();
  }

  /** That the schemas are there, and would say so. */
  @Test
  void schemasRefuseWhatIsNotValid() throws Exception {
    ObjectNode payment = (ObjectNode) claims("payment_mandate");
    ((ObjectNode) payment.get("payment_amount")).put("amount", "2.94");
    ObjectNode checkout = (ObjectNode) claims("checkout_mandate");
    checkout.put("vct", "mandate.checkout.open.1");

    assertThat(Ap2Schemas.errors("payment_mandate", payment.toString())).hasSize(1);
    assertThat(Ap2Schemas.errors("checkout_mandate", checkout.toString())).hasSize(1);
  }

  @Test
  void everySignatureIsEs256OfTheKeyInTheExport() throws Exception {
    for (String mandate : List.of("checkout_mandate", "payment_mandate")) {
      String jws = file.get(mandate).asText().split("~", -1)[0];

      assertThat(isSigned(jws)).isTrue();
      assertThat(header(jws))
          .isEqualTo(
              JSON.valueToTree(
                  Map.of("alg", "ES256", "typ", "dc+sd-jwt", "kid", key.publicKey().id())));
    }
    String checkoutJwt = claims("checkout_mandate").get("checkout_jwt").asText();
    assertThat(isSigned(checkoutJwt)).isTrue();
    assertThat(header(checkoutJwt).get("typ").asText()).isEqualTo("JWT");
  }

  @Test
  void bothMandatesNameTheSameCheckout() throws Exception {
    JsonNode checkout = claims("checkout_mandate");
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(checkout.get("checkout_jwt").asText().getBytes(US_ASCII));

    assertThat(checkout.get("vct").asText()).isEqualTo("mandate.checkout.1");
    assertThat(claims("payment_mandate").get("vct").asText()).isEqualTo("mandate.payment.1");
    assertThat(checkout.get("checkout_hash").asText())
        .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(hash))
        .isEqualTo(claims("payment_mandate").get("transaction_id").asText());
  }

  @Test
  void saysWhatTheOwnerSaidYesTo() throws Exception {
    JsonNode payment = claims("payment_mandate");
    assertThat(payment.get("payment_amount"))
        .isEqualTo(JSON.readTree("{\"amount\": 794, \"currency\": \"USD\"}"));
    assertThat(payment.get("payee"))
        .isEqualTo(
            JSON.readTree(
                """
                {"id": "corner-store", "name": "Corner Store", "website": "https://corner-store.test"}
                """));
    assertThat(payment.get("payment_instrument").get("id").asText()).isEqualTo("dry-run");
    assertThat(payment.get("iat").asLong())
        .isEqualTo(ConfirmedOrders.CONFIRMED_AT.getEpochSecond());
    assertThat(payment.get("risk_data").get("order_digest").asText()).isEqualTo(order.digest());
  }

  @Test
  void theCheckoutsTotalsAddUp() throws Exception {
    JsonNode checkout = checkout();
    assertThat(checkout.get("id").asText()).isEqualTo(order.id().toString());
    assertThat(checkout.get("line_items").get(0).get("item").get("price").asLong()).isEqualTo(294);
    assertThat(
            StreamSupport.stream(checkout.get("totals").spliterator(), false)
                .map(entry -> entry.get("type").asText() + " " + entry.get("amount")))
        .containsExactly("subtotal 294", "fee 600", "discount -100", "total 794");
  }

  /** So that who passes the payment on need not tell what was bought. */
  @Test
  void theCheckoutItselfMayBeLeftOut() throws Exception {
    String payload = file.get("checkout_mandate").asText().split("~", -1)[0].split("\\.", -1)[1];

    assertThat(JSON.readTree(decoded(payload)).has("checkout_jwt")).isFalse();
    assertThat(file.get("checkout_mandate").asText().split("~", -1)).hasSize(3);
  }

  @Test
  void amountsBeyondWhatDoublesHoldStayExact() throws Exception {
    long cents = (1L << 53) + 1;
    ConfirmedOrder dear = ConfirmedOrders.anOrder(new Money(Money.currencyOf("USD"), cents));
    file = exported(dear);

    assertThat(claims("payment_mandate").get("payment_amount").get("amount").asLong())
        .isEqualTo(cents);
    assertThat(findings(file)).isEmpty();
  }

  @Test
  void anExportHoldsByItselfAndUnderTheRightKey() throws Exception {
    SealKey stranger =
        SealingKey.inFile(directory.resolve("another"), new SecureRandom()).publicKey();

    assertThat(findings(file)).isEmpty();
    assertThat(Ap2Check.findings(file, Optional.of(key.publicKey()))).isEmpty();
    assertThat(Ap2Check.findings(file, Optional.of(stranger)))
        .extracting(Alteration::field)
        .containsExactly("key");
  }

  @Test
  void noBitOfAMandateFlipsUnseen() {
    for (String mandate : List.of("checkout_mandate", "payment_mandate")) {
      String text = file.get(mandate).asText();
      List<Integer> unseen = new ArrayList<>();
      for (int at = 0; at < text.length(); at++) {
        ObjectNode altered = file.deepCopy();
        altered.put(mandate, flipped(text, at));
        if (findings(altered).isEmpty()) {
          unseen.add(at);
        }
      }
      assertThat(unseen).as(mandate).isEmpty();
    }
  }

  @Test
  void mandatesOfTwoExportsDoNotBelongTogether() throws Exception {
    file.put("payment_mandate", exported().get("payment_mandate").asText());

    assertThat(findings(file)).extracting(Alteration::field).containsExactly("transaction_id");
  }

  /** The daemon binds none to a holder, so whoever did is somebody else. */
  @Test
  void whatWasPutBehindAMandateIsSeen() {
    file.put("payment_mandate", file.get("payment_mandate").asText() + key.sign("kb+jwt", "{}"));

    assertThat(findings(file)).extracting(Alteration::field).containsExactly("payment_mandate");
  }

  @Test
  void aMandateIsNotTheOtherOne() {
    JsonNode checkout = file.get("checkout_mandate");
    file.set("checkout_mandate", file.get("payment_mandate"));
    file.set("payment_mandate", checkout);

    assertThat(findings(file))
        .extracting(Alteration::field)
        .containsExactly("checkout_mandate", "payment_mandate");
  }

  private ObjectNode exported() {
    return exported(order);
  }

  private ObjectNode exported(ConfirmedOrder confirmed) {
    return JSON.valueToTree(
        Ap2Export.of(new Mandates.Receipt(confirmed, "passkey", "dry-run"), key).json());
  }

  private static List<Alteration> findings(JsonNode export) {
    return Ap2Check.findings(export, Optional.empty());
  }

  private JsonNode checkout() throws Exception {
    String jwt = claims("checkout_mandate").get("checkout_jwt").asText();
    return JSON.readTree(decoded(jwt.split("\\.", -1)[1]));
  }

  /** RFC 9901, section 7.1, for flat claims: what is disclosed takes its digest's place. */
  private JsonNode claims(String mandate) throws Exception {
    String[] parts = file.get(mandate).asText().split("~", -1);
    ObjectNode claims = (ObjectNode) JSON.readTree(decoded(parts[0].split("\\.", -1)[1]));
    List<String> digests = new ArrayList<>();
    claims.path("_sd").forEach(digest -> digests.add(digest.asText()));
    for (int each = 1; each < parts.length - 1; each++) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(parts[each].getBytes(US_ASCII));
      assertThat(digests).contains(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
      JsonNode disclosed = JSON.readTree(decoded(parts[each]));
      claims.set(disclosed.get(1).asText(), disclosed.get(2));
    }
    assertThat(claims.path("_sd_alg").asText("sha-256")).isEqualTo("sha-256");
    claims.remove(List.of("_sd", "_sd_alg"));
    return claims;
  }

  private boolean isSigned(String jws) throws Exception {
    int end = jws.lastIndexOf('.');
    Signature ecdsa = Signature.getInstance("SHA256withECDSAinP1363Format");
    ecdsa.initVerify(ECKey.parse(file.get("key").toString()).toPublicKey());
    ecdsa.update(jws.substring(0, end).getBytes(US_ASCII));
    return ecdsa.verify(Base64.getUrlDecoder().decode(jws.substring(end + 1)));
  }

  private static JsonNode header(String jws) throws Exception {
    return JSON.readTree(decoded(jws.split("\\.", -1)[0]));
  }

  private static String decoded(String base64url) {
    return new String(Base64.getUrlDecoder().decode(base64url), UTF_8);
  }

  private static String flipped(String text, int at) {
    return text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
  }
}
