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
        together, standing, passkey, nonce, credential_id, client_data, authenticator_data, signature, rp_id, origin)
      values (:orderId, :digest, :proof, :policyVersion, :confirmedAt, :requisition,
        :together, :standing, :passkey, :nonce, :credentialId, :clientData, :authenticatorData, :signature, :rpId,
        :origin)
      """)
  void insert(@BindMethods MandateRow mandate);

  @SqlQuery(
      """
      select order_id, digest, proof, policy_version, confirmed_at, requisition, together, standing, passkey,
        nonce, credential_id, client_data, authenticator_data, signature, rp_id, origin
      from mandates where order_id = :order
      """)
  @RegisterConstructorMapper(MandateRow.class)
  Optional<MandateRow> find(@Bind("order") UUID order);
}
