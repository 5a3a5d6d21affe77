package dev.purser.daemon.inspection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the trail tells a standing mandate.
 *
 * @param digest of the terms that were granted
 * @param state where the last move left it, by its name on the wire
 */
record StandingStory(String digest, String state) {
  private static final Map<String, String> STATES =
      Map.of(
          "standing.granted", "active",
          "standing.suspended", "suspended",
          "standing.resumed", "active",
          "standing.revoked", "revoked");

  /** By the mandate's id. */
  static Map<String, StandingStory> all(List<String> bodies) {
    Map<String, StandingStory> stories = new HashMap<>();
    for (String body : bodies) {
      EventBody event = EventBody.of(body);
      String id = event.fact("mandate").orElse("");
      StandingStory before = stories.getOrDefault(id, new StandingStory("", ""));
      stories.put(
          id,
          new StandingStory(
              event.fact("digest").orElse(before.digest()),
              STATES.getOrDefault(event.type(), before.state())));
    }
    return stories;
  }
}
