package dev.purser.agentapi.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.purser.agentapi.ProblemCode;
import dev.purser.agentapi.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** How strictly text is read, before anybody asks what it says. */
final class StrictText {
  private static final int MAX_DEPTH = 32;

  static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private StrictText() {}

  /** To text, not bytes: a parser of bytes would guess UTF-16 and skip a byte order mark. */
  static String decode(byte[] body) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
  }

  static ProblemException malformed() {
    return ProblemCode.MALFORMED_JSON.because(
        "The body must be one JSON object in UTF-8, each name once, and nothing after it.");
  }
}
