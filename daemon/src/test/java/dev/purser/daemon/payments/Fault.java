package dev.purser.daemon.payments;

/** How the fake Stripe can fail a request. */
public enum Fault {
  /** None: lets one request pass, so that the one after it fails. */
  NONE,
  /** It is done; the connection closes without a word. */
  REPLY_LOST,
  /** It is done; the answer is a 500, which Stripe keeps under the key and repeats. */
  ERROR_AFTER_ACTING,
  /** A 500 from before the key was looked at; nothing is done or kept. */
  ERROR_BEFORE_ACTING,
  /** It is done; the answer is not JSON. */
  GARBAGE,
  /** It is done; the answer has no body. */
  EMPTY_ANSWER,
  /** It is done; the answer waits for {@link FakeStripe#answerSlowRequests}. */
  SLOW,
  /** 429; nothing is done. */
  RATE_LIMITED,
  /** 401; nothing is done. */
  KEY_NOT_ACCEPTED,
  /** 403; nothing is done. */
  KEY_NOT_PERMITTED,
  /** 502 in HTML from something in between; nothing is done. */
  BAD_GATEWAY,
  /** A redirect to somewhere else; nothing is done. */
  REDIRECT
}
