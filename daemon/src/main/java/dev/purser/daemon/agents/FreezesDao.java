package dev.purser.daemon.agents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The table of who is frozen. */
@RegisterConstructorMapper(FreezesDao.Row.class)
interface FreezesDao {
  /** A freeze as the table keeps it. */
  record Row(String agent, String frozenBy, Instant frozenAt) {
    Freeze freeze() {
      return new Freeze(
          Optional.of(agent).filter(name -> !name.equals(Freeze.ALL)), frozenBy, frozenAt);
    }
  }

  @SqlUpdate("insert into freezes (agent, frozen_by, frozen_at) values (:agent, :by, :now)")
  void insert(@Bind("agent") String agent, @Bind("by") String by, @Bind("now") Instant now);

  @SqlUpdate("delete from freezes where agent = :agent")
  boolean delete(@Bind("agent") String agent);

  @SqlQuery("select agent, frozen_by, frozen_at from freezes where agent in ('*', :agent)")
  List<Row> on(@Bind("agent") String agent);

  @SqlQuery("select agent, frozen_by, frozen_at from freezes order by agent")
  List<Row> all();
}
