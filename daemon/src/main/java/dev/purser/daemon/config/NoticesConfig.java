package dev.purser.daemon.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.purser.daemon.notices.Channel;
import dev.purser.daemon.notices.Pace;
import dev.purser.daemon.notices.QuietHours;
import dev.purser.daemon.notices.SmtpConfig;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How the owner is told.
 *
 * @param outbox directory where a copy of every letter is kept as a file
 * @param from the address in those copies
 * @param channels ways to the owner, in the order in which they are tried; without one, letters go
 *     to the outbox only
 * @param gather an agent's proposals within this time are told in one letter
 * @param quiet how long the next letter about the same agent's proposals waits
 * @param insistAfter how long an answer may take before another channel asks too; zero never asks
 * @param night when the owner is not to be woken
 */
public record NoticesConfig(
    Path outbox,
    String from,
    List<Channel> channels,
    @MaxDuration(value = 1, unit = TimeUnit.HOURS) Duration gather,
    @MaxDuration(value = 1, unit = TimeUnit.HOURS) Duration quiet,
    @MaxDuration(value = 1, unit = TimeUnit.DAYS) Duration insistAfter,
    Optional<NightConfig> night) {
  static final NoticesConfig DEFAULTS = of(null, null, null, null, null, null, null, null);

  public NoticesConfig {
    channels = List.copyOf(channels);
  }

  // Jackson hands over null for a key that is not there.
  @JsonCreator
  static NoticesConfig of(
      @JsonProperty("outbox") @Nullable Path outbox,
      @JsonProperty("from") @Nullable String from,
      @JsonProperty("smtp") @Nullable MailConfig smtp,
      @JsonProperty("channels")
          @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
          @JsonSubTypes({
            @JsonSubTypes.Type(name = "smtp", value = MailConfig.class),
            @JsonSubTypes.Type(name = "ntfy", value = TopicConfig.class),
            @JsonSubTypes.Type(name = "webhook", value = HookConfig.class)
          })
          @Nullable List<ChannelConfig> channels,
      @JsonProperty("gather") @Nullable Duration gather,
      @JsonProperty("quiet") @Nullable Duration quiet,
      @JsonProperty("insistAfter") @Nullable Duration insistAfter,
      @JsonProperty("quietHours") @Nullable NightConfig quietHours) {
    return new NoticesConfig(
        outbox == null ? Path.of("/var/lib/purser/outbox") : outbox,
        from == null ? "purser@localhost" : from,
        channels(smtp, channels == null ? List.of() : channels),
        gather == null ? Duration.seconds(5) : gather,
        quiet == null ? Duration.minutes(2) : quiet,
        insistAfter == null ? Duration.hours(1) : insistAfter,
        Optional.ofNullable(quietHours));
  }

  /** The one mail server that has a key of its own comes first. */
  private static List<Channel> channels(@Nullable MailConfig smtp, List<ChannelConfig> further) {
    List<Channel> channels = new ArrayList<>();
    if (smtp != null) {
      channels.add(smtp.channel());
    }
    further.forEach(channel -> channels.add(channel.channel()));
    return channels;
  }

  /** How often one agent's proposals may make a letter. */
  public Pace pace() {
    return new Pace(gather.toJavaDuration(), quiet.toJavaDuration());
  }

  /**
   * When the owner is not to be woken.
   *
   * @param zone the owner's
   */
  public QuietHours quietHours(ZoneId zone) {
    return night.map(hours -> hours.in(zone)).orElseGet(QuietHours::none);
  }

  /** The first mail server among the channels. */
  public Optional<SmtpConfig> mailServer() {
    return channels.stream()
        .flatMap(channel -> channel.match(Optional::of, ntfy -> none(), webhook -> none()).stream())
        .findFirst();
  }

  private static Optional<SmtpConfig> none() {
    return Optional.empty();
  }

  /** What the daemon alone may read. */
  public List<Path> secretFiles() {
    return channels.stream().flatMap(channel -> channel.secretFile().stream()).toList();
  }
}
