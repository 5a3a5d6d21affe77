package dev.purser.daemon.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An agent that is curl and a certificate of its own, and the daemon's key that it trusts; both
 * made by the JDK's tool, as the documents say.
 */
record RemoteAgent(String name, Path dir, int port) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "a-password-of-tests";

  /** With new keys in a directory of its own. */
  static RemoteAgent named(String name) {
    RemoteAgent agent =
        new RemoteAgent(name, TestFiles.publicDirectory(), PurserProcess.freePort());
    TestFiles.write(agent.file("password"), PASSWORD + "\n");
    agent.makeKey("daemon");
    agent.makeKey(name);
    return agent;
  }

  /** An answer; empty, with status 0, where there was no connection. */
  record Answer(int status, JsonNode body) {
    String at(String pointer) {
      return body.at(pointer).asText();
    }
  }

  /** For the daemon's configuration. */
  String doorOfDaemon() {
    return "{bindHost: localhost, port: %d, keyStore: %s, keyStorePasswordFile: %s}"
        .formatted(port, file("daemon.p12"), file("password"));
  }

  /** To be given to the daemon's owner. */
  Path certificate() {
    return file(name + ".pem");
  }

  /** What holds the key too, and must stay here. */
  Path identity() {
    return file(name + ".p12");
  }

  /** The options with which {@code purser-agent} gets there. */
  List<String> reaching() {
    return List.of(
        "--server",
        "https://localhost:" + port,
        "--identity",
        identity().toString(),
        "--identity-password-file",
        file("password").toString(),
        "--server-certificate",
        file("daemon.pem").toString());
  }

  Answer addToCart(String item, int quantity) {
    return post("add-to-cart", Map.of("item", item, "quantity", quantity));
  }

  Answer propose() {
    return post("propose-order", Map.of());
  }

  Answer askAfter(String order) {
    return post("propose-order", Map.of("order", order));
  }

  private Answer post(String operation, Map<String, ?> body) {
    try {
      Command.Ran ran =
          Command.of(
                  "curl",
                  "--silent",
                  "--max-time",
                  "30",
                  "--cert-type",
                  "P12",
                  "--cert",
                  identity() + ":" + PASSWORD,
                  "--cacert",
                  file("daemon.pem").toString(),
                  "--write-out",
                  "\n%{http_code}",
                  "--json",
                  JSON.writeValueAsString(body),
                  "https://localhost:" + port + "/v1/" + operation)
              .run();
      int line = ran.out().lastIndexOf('\n');
      return new Answer(
          Integer.parseInt(ran.out().substring(line + 1)),
          JSON.readTree(ran.out().substring(0, Math.max(0, line))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void makeKey(String of) {
    keytool(
        List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "365"),
        List.of("-dname", "CN=" + of, "-ext", "san=dns:localhost"),
        of);
    keytool(List.of("-exportcert", "-rfc"), List.of("-file", file(of + ".pem").toString()), of);
  }

  private void keytool(List<String> what, List<String> more, String of) {
    List<String> words = new java.util.ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    words.addAll(what);
    words.addAll(more);
    words.addAll(List.of("-alias", of, "-storetype", "PKCS12", "-storepass", PASSWORD));
    words.addAll(List.of("-keystore", file(of + ".p12").toString()));
    new Command(words).run().orFail();
  }

  private Path file(String file) {
    return dir.resolve(file);
  }
}
