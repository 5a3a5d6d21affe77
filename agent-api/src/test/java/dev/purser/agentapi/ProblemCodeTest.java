package dev.purser.agentapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {

  @Test
  void everyErrorStatusHasAProblem() {
    IntStream.range(400, 600)
        .forEach(status -> assertThat(ProblemCode.problemOf(status).status()).isBetween(400, 599));
  }

  @Test
  void whatTheClientGotWrongIsNoFaultOfOurs() {
    assertThat(ProblemCode.problemOf(505).code()).isEqualTo("bad-request");
    assertThat(ProblemCode.problemOf(501).code()).isEqualTo("bad-request");
  }

  @Test
  void statusesWithAReasonOfTheirOwnKeepIt() {
    assertThat(ProblemCode.problemOf(431).code()).isEqualTo("headers-too-large");
    assertThat(ProblemCode.problemOf(499).code()).isEqualTo("bad-request");
    assertThat(ProblemCode.problemOf(500).code()).isEqualTo("internal-error");
  }
}
