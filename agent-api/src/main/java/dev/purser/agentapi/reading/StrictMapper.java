package dev.purser.agentapi.reading;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.purser.agentapi.ProblemException;
import java.nio.charset.CharacterCodingException;

/** For messages whose envelope somebody else's library takes apart: read as strictly as ours. */
public final class StrictMapper {
  private StrictMapper() {}

  /** A mapper that refuses doubled names, deep nesting, and a second value after the first. */
  public static ObjectMapper create() {
    return JsonMapper.builder(StrictText.JSON)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  /**
   * A body as text.
   *
   * @throws ProblemException {@code malformed-json} for what is not UTF-8
   */
  public static String text(byte[] body) {
    try {
      return StrictText.decode(body);
    } catch (CharacterCodingException e) {
      throw malformed();
    }
  }

  /** What to say of a body that the mapper refused. */
  public static ProblemException malformed() {
    return StrictText.malformed();
  }
}
