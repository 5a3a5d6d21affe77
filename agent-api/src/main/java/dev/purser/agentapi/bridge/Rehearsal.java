package dev.purser.agentapi.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.purser.agentapi.socket.DaemonReply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Does everything once without a daemon, so that a class archive has what the commands need. */
final class Rehearsal {
  private static final String NO_SOCKET = "--socket=/nonexistent/agent.sock";
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n";
  private static final String CART =
      """
      {"result":"in_cart","candidates":[{"sku":"1"}],
       "cart":{"lines":[{"quantity":1,"total":{"currency":"USD","value":"1.00"}}],
               "totals":[{"vendor":"none","total":null}]}}
      """;
  private static final String ORDER =
      """
      {"order":"0","status":"denied","total":null,"expires_at":"-","violations":[{"code":"none"}]}
      """;

  private Rehearsal() {}

  static int run(Console console) throws IOException {
    AddToCartCommand.run(List.of("eggs", "--quantity=1", NO_SOCKET), console);
    ProposeOrderCommand.run(List.of("--reason=none", NO_SOCKET), console);
    console.out().println(Printed.cart(Answer.of(CART)));
    console.out().println(Printed.order(Answer.of(ORDER)));
    new StdioBridge((path, json) -> new DaemonReply(200, json), () -> {})
        .forward(new ByteArrayInputStream(PING.getBytes(UTF_8)), OutputStream.nullOutputStream());
    return Exit.OK;
  }
}
