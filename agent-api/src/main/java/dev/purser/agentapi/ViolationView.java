package dev.purser.agentapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One reason for a denial, with the numbers that would have passed.
 *
 * @param code stable; docs/agents.md lists them all
 * @param category the budget line it speaks of
 * @param asked what the order needs there
 * @param available what is left there this month
 * @param resetsAt when next month's budget begins, in the owner's time zone
 * @param limit the most that would pass, an amount or a count
 * @param sku the product it speaks of
 * @param detail one sentence for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ViolationView(
    String code,
    @Nullable String category,
    @Nullable Amount asked,
    @Nullable Amount available,
    @JsonProperty("resets_at") @Nullable OffsetDateTime resetsAt,
    @Nullable Object limit,
    @Nullable String sku,
    String detail) {}
