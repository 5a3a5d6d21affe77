package dev.purser.daemon.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "agent",
    description = "Lists agents, narrows what one may buy, freezes one, puts an end to one.",
    synopsisSubcommandLabel = "COMMAND")
final class AgentCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** What is left out is as the policy says. */
  static final class Bounds {
    @Option(
        names = "--category",
        paramLabel = "CATEGORY",
        description = "It may buy from this one and all below it; may be given several times.")
    private @Nullable List<String> categories;

    @Option(
        names = "--vendor",
        paramLabel = "VENDOR",
        description = "It may buy there; may be given several times.")
    private @Nullable List<String> vendors;

    @Option(
        names = "--cap",
        paramLabel = "AMOUNT CURRENCY",
        arity = "2",
        hideParamSyntax = true,
        description = "The most that one order may come to, such as 30.00 USD.")
    private @Nullable List<String> cap;

    @Option(
        names = "--expires",
        paramLabel = "DATE",
        description = "Its last day, such as 2027-01-31.")
    private @Nullable String expires;

    void addTo(Map<String, Object> body) {
      putIfSaid(body, "categories", categories);
      putIfSaid(body, "vendors", vendors);
      putIfSaid(body, "cap", cap == null ? null : String.join(" ", cap));
      putIfSaid(body, "expires", expires);
    }

    private static void putIfSaid(Map<String, Object> body, String field, @Nullable Object value) {
      if (value != null) {
        body.put(field, value);
      }
    }
  }

  @Command(
      name = "add",
      description = {
        "Lets an agent of policy.yml in, within narrower bounds if any are given. Said again, it takes"
            + " the place of what was said before.",
        "Example: purser agent add pantry-vm --certificate pantry-vm.pem --cap 30.00 USD"
      })
  void add(
      @Parameters(paramLabel = "NAME", description = "As policy.yml names it.") String name,
      @Option(
              names = "--certificate",
              paramLabel = "FILE",
              description = "By which an agent elsewhere is known, in PEM; never its private key.")
          @Nullable Path certificate,
      @Mixin Bounds bounds,
      @Mixin Control control)
      throws IOException {
    Map<String, Object> body = new LinkedHashMap<>();
    if (certificate != null) {
      body.put("certificate", pem(certificate));
    }
    bounds.addTo(body);
    JsonNode added = control.post("/agents/" + Urls.part(name), body);
    if (control.wantsJson()) {
      out().println(added);
    } else {
      out().println("%s: %s".formatted(name, bounds(added)));
    }
  }

  @Command(name = "list", description = "Lists the agents of policy.yml and how they stand.")
  void list(@Mixin Control control) throws IOException {
    JsonNode agents = control.get("/agents");
    if (control.wantsJson()) {
      out().println(agents);
      return;
    }
    Table table = new Table("AGENT", "STANDING", "KNOWN BY", "BOUNDS");
    for (JsonNode agent : agents) {
      table.row(
          agent.path("agent").asText(),
          agent.path("standing").asText(),
          knownBy(agent),
          bounds(agent));
    }
    table.print(out());
  }

  @Command(
      name = "revoke",
      description =
          "Puts an end to an agent at once and declines what waits; 'agent add' lets it in again.")
  void revoke(
      @Parameters(paramLabel = "NAME", description = "As policy.yml names it.") String name,
      @Mixin Control control)
      throws IOException {
    JsonNode revoked = control.post("/agents/" + Urls.part(name) + "/revoke", Map.of());
    if (control.wantsJson()) {
      out().println(revoked);
    } else {
      out()
          .println(
              "%s is heard no more; %s"
                  .formatted(name, declined(revoked.path("declined").asInt())));
    }
  }

  @Command(
      name = "freeze",
      description =
          "Stops an agent, or all with --all, and declines what waits. Only the owner's proof, on"
              + " /owner/freezes, lets it propose again.")
  void freeze(
      @Parameters(paramLabel = "NAME", arity = "0..1", description = "As policy.yml names it.")
          @Nullable String name,
      @Option(names = "--all", description = "Every agent.") boolean all,
      @Mixin Control control)
      throws IOException {
    if (all == (name != null)) {
      throw new RefusedException("say which agent to freeze, or --all");
    }
    JsonNode frozen =
        control.post("/agents/" + Urls.part(name == null ? "*" : name) + "/freeze", Map.of());
    if (control.wantsJson()) {
      out().println(frozen);
    } else {
      out()
          .println(
              "%s frozen; %d orders that waited are declined"
                  .formatted(
                      name == null ? "All agents are" : name + " is",
                      frozen.path("declined").asInt()));
    }
  }

  static String declined(int orders) {
    if (orders == 0) {
      return "none of its orders waited";
    }
    return orders == 1
        ? "its one order that waited is declined"
        : "its %d orders that waited are declined".formatted(orders);
  }

  private static String pem(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new RefusedException("there is no file " + file);
    }
    // Whatever it is: the daemon says what it is not.
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    if (text.contains("PRIVATE KEY")) {
      throw new RefusedException(
          file + " holds a private key, which stays with the agent: give the certificate alone");
    }
    return text;
  }

  private static String knownBy(JsonNode agent) {
    JsonNode user = agent.path("user");
    if (user.isTextual()) {
      return "user " + user.asText();
    }
    String certificate = agent.path("certificate").asText("");
    return certificate.length() < 16 ? "-" : "certificate " + certificate.substring(0, 16) + "…";
  }

  private static String bounds(JsonNode agent) {
    StringBuilder all = new StringBuilder();
    for (Map.Entry<String, JsonNode> bound : agent.path("bounds").properties()) {
      // The instant is for programs; people are told the last day.
      if (!bound.getKey().equals("expires_at")) {
        all.append(all.isEmpty() ? "" : ", ")
            .append(bound.getKey().replace('_', ' '))
            .append(' ')
            .append(
                bound.getValue().isTextual() ? bound.getValue().asText() : words(bound.getValue()));
      }
    }
    return all.isEmpty() ? "as in the policy" : all.toString();
  }

  private static String words(JsonNode list) {
    StringBuilder all = new StringBuilder();
    list.forEach(each -> all.append(all.isEmpty() ? "" : " ").append(each.asText()));
    return all.toString();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
