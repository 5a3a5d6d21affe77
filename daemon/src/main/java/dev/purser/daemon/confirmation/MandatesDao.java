package dev.purser.daemon.confirmation;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Mandates' table; nothing in it is ever changed. */
interface MandatesDao {
  @SqlUpdate(
      """
      insert into mandates (order_id, digest, proof, policy_version, confirmed_at, requisition,
        together, standing, passkey, nonce, credential_id, client_data, authenticator_data, signature, rp_id,
        origin, seal)
      values (:orderId, :digest, :proof, :policyVersion, :confirmedAt, :requisition,
        :together, :standing, :passkey, :nonce, :credentialId, :clientData, :authenticatorData, :signature,
        :rpId, :origin, :seal)
      """)
  void insert(@BindMethods MandateRow mandate);

  @SqlQuery(
      """
      select order_id, digest, proof, policy_version, confirmed_at, requisition, together, standing,
        passkey,
        nonce, credential_id, client_data, authenticator_data, signature, rp_id, origin, seal
      from mandates where order_id = :order
      """)
  @RegisterConstructorMapper(MandateRow.class)
  Optional<MandateRow> find(@Bind("order") UUID order);

  /** By which rail its order is paid. */
  @SqlQuery("select rail from settlements where order_id = :order")
  Optional<String> rail(@Bind("order") UUID order);
}
