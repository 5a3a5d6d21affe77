package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.daemon.notices.words.Sheets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One product whose name is markup, a formula, an override of direction, terminal commands, header
 * lines, hidden letters and ten thousand more: bought, and inert wherever it goes. No CSV is
 * written so far; the catalogue that it comes in is one.
 */
class HostileProductIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a reader does not see and a machine obeys: controls, formats, tags, private use. */
  private static final String HIDDEN = "[\\p{C}&&[^\\n]]";

  private static final Demo DEMO = Demo.stopped().hurried();
  private static final RawPost AGENT = new RawPost(DEMO.doors().agent());
  private static final OwnerByHttp OWNER = new OwnerByHttp(DEMO);
  private static final AgentCommand COMMAND = new AgentCommand(OsUser.self(), DEMO.doors().agent());

  private static String order = "";
  private static OwnerByHttp.Letter letter = new OwnerByHttp.Letter("", "");
  private static String page = "";

  @BeforeAll
  static void buy() throws Exception {
    TestFiles.write(DEMO.file("vendors/corner-store.csv"), catalogue());
    DEMO.start();
    AGENT.json("add-to-cart", Map.of("item", "h-1", "quantity", 2));
    AGENT.json("add-to-cart", Map.of("item", "h-2", "quantity", 1));
    AGENT.json("add-to-cart", Map.of("item", "h-3", "quantity", 1));
    order = AGENT.json("propose-order", Map.of("reason", "we are out of it")).at("/order");
    letter = OWNER.letterAbout(order);
    page = OWNER.page(letter.link());
    assertThat(OWNER.confirm(letter.link())).contains(true);
    Eventually.get("paid", HostileProductIT::status, "paid"::equals);
  }

  private static String status() {
    try {
      return AGENT.json("propose-order", Map.of("order", order)).at("/status");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void remove() {
    DEMO.close();
  }

  /**
   * The same name as title and size; a harmless row after it, and one of characters that count
   * double.
   */
  private static String catalogue() {
    String cell = "\"" + Sheets.HOSTILE.replace("\"", "\"\"") + "\"";
    return "sku,title,size,price,category\nh-1,%s,%s,1.50,\nh-2,Harmless,each,1.00,\nh-3,%s,each,1.00,\n"
        .formatted(cell, cell, "😀".repeat(300));
  }

  @Test
  void onThePage() {
    assertThat(page)
        .contains("Harmless", "<bdi>=cmd|'/c calc'!A1 &lt;/bdi&gt;&lt;/td&gt;&lt;script&gt;")
        .doesNotContain("<script>", "<img src=x", "x".repeat(300))
        .doesNotContainPattern(HIDDEN);
    assertThat(page.split("<script", -1)).hasSize(2);
  }

  @Test
  void inTheMailsText() {
    assertThat(letter.text().replace("\r", ""))
        .contains("Harmless", "=cmd|'/c calc'!A1")
        .doesNotContain("://evil", "www.evil.example", "x".repeat(300))
        .doesNotContainPattern(HIDDEN)
        .doesNotContainPattern("(?m)^\\s*Bcc:");
  }

  @Test
  void inTheMailsHtml() {
    assertThat(letter.html().replace("\r", ""))
        .contains("Harmless", "&lt;script&gt;")
        .doesNotContain("<script", "<img", "://evil", "www.evil.example")
        .doesNotContainPattern(HIDDEN);
  }

  @Test
  void inTheMailsHeaders() {
    Path file = TestFiles.in(DEMO.file("outbox"), order + ".eml").get(0);
    String mail = TestFiles.read(file).replace("\r\n", "\n");

    assertThat(mail.substring(0, mail.indexOf("\n\n")))
        .contains("Subject:")
        .doesNotContainIgnoringCase("bcc", "evil", "script");
  }

  @Test
  void inTheCatalogueItComesFrom() throws Exception {
    JsonNode cart = AGENT.json("add-to-cart", Map.of("item", "Harmless", "quantity", 1)).body();

    assertThat(cart.at("/cart/lines").findValuesAsText("sku")).contains("h-2");
  }

  @Test
  void inTheOrderFile() throws Exception {
    List<Path> files = TestFiles.in(DEMO.file("vendors/corner-store-orders"), ".json");
    assertThat(files).hasSize(1);
    String text = TestFiles.read(files.get(0));

    assertThat(text).contains("h-1").doesNotContainPattern(HIDDEN);
    assertThat(JSON.readTree(text).isObject()).isTrue();
  }

  @Test
  void onTheOwnersTerminal() {
    assertThat(DEMO.purser("order", "show", order).orFail())
        .contains("Harmless", "=cmd|'/c calc'!A1")
        .doesNotContainPattern(HIDDEN);
    assertThat(DEMO.purser("order", "list").orFail()).doesNotContainPattern(HIDDEN);
  }

  @Test
  void onTheAgentsTerminal() {
    String out = COMMAND.run("add-to-cart", "h-1", "--quantity", "1").orFail();

    assertThat(out).contains("=cmd|'/c calc'!A1").doesNotContainPattern(HIDDEN);
    assertThat(out.lines()).hasSizeLessThan(10);
  }

  @Test
  void inTheLog() {
    String log = TestFiles.read(DEMO.file("purser.log")) + TestFiles.read(DEMO.file("console.log"));

    assertThat(log)
        .isNotEmpty()
        .doesNotContain("x".repeat(300), "<script>")
        .doesNotContainPattern("[\\p{C}&&[^\\n\\t]]")
        .doesNotContainPattern("(?m)^Bcc:");
  }

  @Test
  void inTheTrail() throws Exception {
    String story = DEMO.purser("order", "show", order, "--json").orFail();

    assertThat(story).doesNotContainPattern(HIDDEN);
    assertThat(JSON.readTree(story).at("/lines")).hasSize(3);
  }

  @Test
  void inAnMcpAnswer() throws Exception {
    String answers = new Command(COMMAND.mcp()).runWith(calls()).orFail();
    JsonNode result = JSON.readTree(answers.lines().toList().get(1)).at("/result");
    String title = result.at("/structuredContent/cart/lines/0/title").asText();

    assertThat(answers).doesNotContainPattern(HIDDEN);
    assertThat(title).startsWith("=cmd|'/c calc'!A1").hasSizeLessThan(300);
    assertThat(JSON.readTree(result.at("/content/0/text").asText()))
        .isEqualTo(result.at("/structuredContent"));
  }

  /** One message on each line, as the protocol has it. */
  private static String calls() {
    return """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",\
        "capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
        {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"add_to_cart",\
        "arguments":{"item":"h-1","quantity":3}}}
        """;
  }
}
