package dev.purser.daemon.confirmation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Links' table. */
interface LinksDao {
  @SqlUpdate(
      "insert into links (locator_digest, order_id, created_at) values (:digest, :order, :now)")
  void insert(@Bind("digest") String digest, @Bind("order") UUID order, @Bind("now") Instant now);

  @SqlQuery("select order_id from links where locator_digest = :digest")
  Optional<UUID> order(@Bind("digest") String digest);
}
