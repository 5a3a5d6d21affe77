package dev.purser.daemon.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

  /** We write objects only; the vectors that are arrays stand in one. */
  @ParameterizedTest
  @ValueSource(strings = {"arrays", "french", "structures", "unicode", "values", "weird"})
  void writesTheVectorsOfRfc8785(String vector) throws JsonProcessingException {
    Object input = new ObjectMapper().readValue(text("input/" + vector), Object.class);

    assertThat(CanonicalJson.write(Map.of("it", input)))
        .isEqualTo("{\"it\":" + text("output/" + vector) + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"french", "structures", "unicode", "values", "weird"})
  void whatIsCanonicalReadsAndWritesAsItIs(String vector) {
    String canonical = text("output/" + vector);

    assertThat(CanonicalJson.write(CanonicalJson.read(canonical))).isEqualTo(canonical);
  }

  @Test
  void theOrderOfKeysDoesNotMatter() {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("b", List.of(1, true));
    one.put("a", "ä");
    Map<String, Object> other = new LinkedHashMap<>();
    other.put("a", "ä");
    other.put("b", List.of(1, true));

    assertThat(CanonicalJson.write(one))
        .isEqualTo(CanonicalJson.write(other))
        .isEqualTo("{\"a\":\"ä\",\"b\":[1,true]}");
  }

  /** FIPS 180-4, appendix B.1. */
  @Test
  void hashesAsSha256Does() {
    assertThat(CanonicalJson.sha256("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "7", "{", "not JSON"})
  void whatIsNoObjectIsNotRead(String text) {
    assertThatThrownBy(() -> CanonicalJson.read(text)).isInstanceOf(UncheckedIOException.class);
  }

  private static String text(String file) {
    String path = "/jcs/" + file + ".json";
    try (InputStream resource =
        Objects.requireNonNull(CanonicalJsonTest.class.getResourceAsStream(path))) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
