package dev.purser.agentapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {

  @Test
  void everyErrorStatusHasAProblemOfItsClass() {
    IntStream.range(400, 600)
        .forEach(
            status ->
                assertThat(ProblemCode.problemOf(status).status() / 100).isEqualTo(status / 100));
  }

  @Test
  void statusesWithAReasonOfTheirOwnKeepIt() {
    assertThat(ProblemCode.problemOf(431).code()).isEqualTo("headers-too-large");
    assertThat(ProblemCode.problemOf(499).code()).isEqualTo("bad-request");
    assertThat(ProblemCode.problemOf(500).code()).isEqualTo("internal-error");
  }
}
