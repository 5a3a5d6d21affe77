package dev.purser.daemon.doctor;

import dev.purser.daemon.config.NoticesConfig;
import dev.purser.daemon.notices.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the owner hears of anything, and still does when somebody or something is in the way. */
record NoticesCheck(NoticesConfig notices) implements Check {
  @Override
  public String name() {
    return "notices";
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>(List.of(ways(notices.channels())));
    notices.channels().stream()
        .filter(NoticesCheck::anybodyMayRead)
        .map(
            channel ->
                Finding.warn(
                    name(),
                    channel.sentence() + " has no tokenFile: who knows the topic's name reads it",
                    "reserve the topic on its server and give it a tokenFile"))
        .forEach(findings::add);
    return findings;
  }

  private Finding ways(List<Channel> channels) {
    if (channels.isEmpty()) {
      return Finding.warn(
          name(),
          "nobody is told: letters stay in " + notices.outbox() + ", which only root reads",
          "name a way under notices.channels in purser.yml, or read the letters there");
    }
    String ways = channels.stream().map(Channel::sentence).collect(Collectors.joining(", then "));
    return channels.size() > 1
        ? Finding.ok(name(), "by " + ways)
        // Silence never buys, so that one way is enough for safety.
        : Finding.ok(
            name(), "by " + ways + " only; notices.channels can name a second way, should it fail");
  }

  private static boolean anybodyMayRead(Channel channel) {
    return channel.match(smtp -> false, ntfy -> ntfy.tokenFile().isEmpty(), webhook -> false);
  }
}
