package dev.purser.daemon.config;

import dev.purser.daemon.notices.Channel;
import io.dropwizard.util.Duration;
import org.jspecify.annotations.Nullable;

/** One of {@code notices.channels}, as it is written. */
sealed interface ChannelConfig permits MailConfig, TopicConfig, HookConfig {

  /** The channel that it describes. */
  Channel channel();

  static <T> T needed(String key, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("'" + key + "' is needed.");
    }
    return value;
  }

  /** 10 s without one. */
  static java.time.Duration timeout(@Nullable Duration written) {
    return (written == null ? Duration.seconds(10) : written).toJavaDuration();
  }
}
