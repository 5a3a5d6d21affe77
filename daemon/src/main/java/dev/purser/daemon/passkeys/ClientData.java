package dev.purser.daemon.passkeys;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/** The browser's account of what was asked. */
final class ClientData {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ClientData() {}

  /** The challenge that it names; nothing is proven by it. */
  static Optional<String> challengeIn(String clientData) {
    try {
      return Optional.ofNullable(JSON.readTree(Base64Url.decode(clientData)))
          .map(fields -> fields.path("challenge").asText(""))
          .filter(text -> !text.isEmpty());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
