package dev.purser.agentapi;

import java.util.OptionalInt;

/** A request that cannot be taken; its problem is the whole answer. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int NEVER = 0;

  private final transient Problem problem;
  private final int retryAfterSeconds;

  public ProblemException(Problem problem) {
    this(problem, NEVER);
  }

  ProblemException(Problem problem, int retryAfterSeconds) {
    super(problem.code() + ": " + problem.detail());
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  public Problem problem() {
    return problem;
  }

  /** How long to wait, 1 second or more; empty where waiting alone mends nothing. */
  public OptionalInt retryAfterSeconds() {
    return retryAfterSeconds == NEVER ? OptionalInt.empty() : OptionalInt.of(retryAfterSeconds);
  }
}
