package dev.purser.agentapi.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Views as JSON: null fields are written, except where a view says otherwise, and times are ISO
 * 8601 to the second. Parts of a second are cut off, so an agent is never told of more time than it
 * has.
 */
public final class WireJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, new InstantToTheSecond())
                  .addSerializer(OffsetDateTime.class, new LocalTimeToTheSecond()))
          .build();

  /** UTF-8 without a byte order mark. */
  public byte[] write(Object view) {
    try {
      return MAPPER.writeValueAsBytes(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A view that is no JSON: " + view.getClass(), e);
    }
  }

  private static final class InstantToTheSecond extends JsonSerializer<Instant> {
    @Override
    public void serialize(Instant value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(DateTimeFormatter.ISO_INSTANT.format(value.truncatedTo(ChronoUnit.SECONDS)));
    }
  }

  private static final class LocalTimeToTheSecond extends JsonSerializer<OffsetDateTime> {
    @Override
    public void serialize(OffsetDateTime value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value.truncatedTo(ChronoUnit.SECONDS)));
    }
  }
}
