package dev.purser.daemon.listeners;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The agents' socket, and what each agent may take of it. */
public record AgentSocketDoor(SocketDoor socketDoor, AgentLimits limits) {

  /** As configured: the keys of a {@link SocketDoor}, and {@code limits}. */
  @JsonCreator
  public static AgentSocketDoor of(
      @JsonProperty("socket") @Nullable Path socket,
      @JsonProperty("group") @Nullable String group,
      @JsonProperty("idleTimeout") @Nullable Duration idleTimeout,
      @JsonProperty("limits") @Nullable AgentLimits limits) {
    return new AgentSocketDoor(
        new SocketDoor(socket, group, idleTimeout), limits == null ? AgentLimits.DEFAULTS : limits);
  }
}
