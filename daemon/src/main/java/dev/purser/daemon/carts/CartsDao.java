package dev.purser.daemon.carts;

import java.util.List;
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
}
