package dev.purser.daemon.carts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The carts' table. */
interface CartsDao {
  @SqlQuery(
      """
      select vendor, sku, title, size, category, quantity, currency, unit_price, quoted_at
      from cart_lines where agent = :agent order by vendor, title, sku
      """)
  @RegisterConstructorMapper(CartLine.Row.class)
  List<CartLine.Row> lines(@Bind("agent") String agent);

  @SqlUpdate(
      """
      insert into cart_lines
        (agent, vendor, sku, title, size, category, quantity, currency, unit_price, quoted_at)
      values (:agent, :vendor, :sku, :title, :size, :category, :quantity, :currency, :unitPrice,
        :quotedAt)
      """)
  void insert(@Bind("agent") String agent, @BindMethods CartLine.Row line);

  @SqlUpdate("delete from cart_lines where agent = :agent and vendor = :vendor and sku = :sku")
  boolean delete(
      @Bind("agent") String agent, @Bind("vendor") String vendor, @Bind("sku") String sku);

  @SqlUpdate(
      """
      delete from cart_lines
      where agent = :agent and vendor = :vendor and sku = :sku and quantity = :quantity
      """)
  void deleteIfStill(
      @Bind("agent") String agent,
      @Bind("vendor") String vendor,
      @Bind("sku") String sku,
      @Bind("quantity") int quantity);

  @SqlQuery("select changes from cart_changes where agent = :agent and on_day = :day")
  Optional<Integer> changesOn(@Bind("agent") String agent, @Bind("day") LocalDate day);

  /** False for the first of a day. */
  @SqlUpdate("update cart_changes set changes = changes + 1 where agent = :agent and on_day = :day")
  boolean countAnother(@Bind("agent") String agent, @Bind("day") LocalDate day);

  @SqlUpdate("insert into cart_changes (agent, on_day, changes) values (:agent, :day, 1)")
  void countFirst(@Bind("agent") String agent, @Bind("day") LocalDate day);

  @SqlUpdate("delete from cart_changes where agent = :agent")
  void forgetDays(@Bind("agent") String agent);
}
