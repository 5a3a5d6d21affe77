package dev.purser.daemon.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.purser.budgets.Money;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.Valid;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How the owner is asked.
 *
 * @param baseUrl where the owner's browser reaches this daemon
 * @param linkLifetime how long the owner has to answer; a day suits a phone in a pocket
 * @param undoWindow how long after confirming the vendor is not told yet, so that one tap takes the
 *     yes back
 * @param passphraseFile the passphrase's hash, as {@code purser setup} writes it
 * @param passphraseFallback whether the passphrase confirms although there is a passkey
 * @param typeTotalAbove from what more the owner types the total's digits to confirm
 * @param usualHours when orders are usually proposed; others are pointed out
 */
public record OwnerConfig(
    @JsonProperty URI baseUrl,
    @JsonProperty
        @MinDuration(value = 1, unit = TimeUnit.MINUTES)
        @MaxDuration(value = 7, unit = TimeUnit.DAYS)
        Duration linkLifetime,
    @JsonProperty @MaxDuration(value = 1, unit = TimeUnit.DAYS) Duration undoWindow,
    @JsonProperty Path passphraseFile,
    @JsonProperty Boolean passphraseFallback,
    @JsonProperty @JsonDeserialize(converter = ToMoney.class) @Nullable Money typeTotalAbove,
    @JsonProperty @Valid HoursConfig usualHours) {
  static final OwnerConfig DEFAULTS = new OwnerConfig(null, null, null, null, null, null, null);

  public OwnerConfig(
      @Nullable URI baseUrl,
      @Nullable Duration linkLifetime,
      @Nullable Duration undoWindow,
      @Nullable Path passphraseFile,
      @Nullable Boolean passphraseFallback,
      @Nullable Money typeTotalAbove,
      @Nullable HoursConfig usualHours) {
    this.baseUrl = baseUrl == null ? URI.create("http://localhost:8480") : baseUrl;
    this.linkLifetime = linkLifetime == null ? Duration.hours(24) : linkLifetime;
    this.undoWindow = undoWindow == null ? Duration.minutes(10) : undoWindow;
    this.passphraseFile =
        passphraseFile == null ? Path.of("/etc/purser/secrets/passphrase") : passphraseFile;
    this.passphraseFallback = passphraseFallback != null && passphraseFallback;
    this.typeTotalAbove = typeTotalAbove;
    this.usualHours = usualHours == null ? HoursConfig.DAY : usualHours;
  }
}
