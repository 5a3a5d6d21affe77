package dev.purser.daemon.ap2;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.budgets.Money;
import dev.purser.budgets.Requisition;
import dev.purser.daemon.confirmation.ConfirmedOrder;
import dev.purser.daemon.confirmation.Mandates;
import dev.purser.daemon.seals.SealKey;
import dev.purser.daemon.seals.SealingKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Both of AP2's mandates for one order, as a trusted surface signs them that the owner was in front
 * of: the daemon. Each export is signed anew, so its two belong together, and to no other's.
 *
 * @param checkout what was bought, {@code mandate.checkout.1}, as a compact SD-JWT
 * @param payment who is paid how much, {@code mandate.payment.1}, likewise
 */
public record Ap2Export(String checkout, String payment, Map<String, Object> key) {
  static final String FORMAT = "purser-ap2/1";
  static final String CHECKOUT_TYPE = "mandate.checkout.1";
  static final String PAYMENT_TYPE = "mandate.payment.1";

  /** What the headers say that the mandates are, and the checkout within. */
  static final String SD_JWT = "dc+sd-jwt";

  static final String JWT = "JWT";

  private static final ObjectMapper JSON = new ObjectMapper();

  public Ap2Export {
    key = Map.copyOf(key);
  }

  /** Signs them. */
  public static Ap2Export of(Mandates.Receipt receipt, SealingKey key) {
    ConfirmedOrder order = receipt.order();
    String checkoutJwt = key.sign(JWT, json(UcpCheckout.of(order)));
    String hash = Ap2Hash.of(checkoutJwt);
    SealKey publicKey = key.publicKey();
    return new Ap2Export(
        signed(checkout(order, checkoutJwt, hash), key),
        signed(payment(receipt, hash), key),
        publicKey.fields());
  }

  /** For JSON. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("checkout_mandate", checkout);
    json.put("payment_mandate", payment);
    json.put("key", key);
    return json;
  }

  /** Claims, and those of them that whoever passes the mandate on may leave out. */
  private record Claims(Map<String, Object> open, List<Disclosure> disclosable) {}

  private static Claims checkout(ConfirmedOrder order, String checkoutJwt, String hash) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("vct", CHECKOUT_TYPE);
    claims.put("checkout_hash", hash);
    claims.put("iat", order.confirmedAt().getEpochSecond());
    return new Claims(claims, List.of(new Disclosure("checkout_jwt", checkoutJwt)));
  }

  private static Claims payment(Mandates.Receipt receipt, String hash) {
    ConfirmedOrder order = receipt.order();
    Requisition requisition = order.requisition();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("vct", PAYMENT_TYPE);
    claims.put("transaction_id", hash);
    claims.put("payee", UcpCheckout.merchant(requisition));
    claims.put("payment_amount", amount(requisition.total()));
    // The rail's own names of cards and accounts are nobody's business.
    claims.put("payment_instrument", Map.of("id", receipt.rail(), "type", "purser-rail"));
    claims.put("risk_data", Map.of("proof", receipt.proof(), "order_digest", order.digest()));
    claims.put("iat", order.confirmedAt().getEpochSecond());
    return new Claims(claims, List.of());
  }

  private static Map<String, Object> amount(Money amount) {
    return Map.of("amount", amount.minor(), "currency", amount.currency().getCurrencyCode());
  }

  private static String signed(Claims claims, SealingKey key) {
    SDObjectBuilder payload = new SDObjectBuilder();
    claims.open().forEach(payload::putClaim);
    claims.disclosable().forEach(payload::putSDClaim);
    String jws = key.sign(SD_JWT, json(payload.build(true)));
    return new SDJWT(jws, claims.disclosable()).toString();
  }

  private static String json(Map<String, Object> fields) {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps, texts and integers are JSON", e);
    }
  }
}
