package dev.purser.daemon.doctor;

import java.util.List;

/** Whether a passphrase still confirms where there is a passkey. */
record FallbackCheck(boolean passphraseFallback) implements Check {
  @Override
  public String name() {
    return "passphrase";
  }

  @Override
  public List<Finding> look() {
    return List.of(
        passphraseFallback
            ? Finding.warn(
                name(),
                "it confirms even where there is a passkey, and can be watched",
                "remove owner.passphraseFallback from purser.yml")
            : Finding.ok(name(), "it confirms only while there is no passkey"));
  }
}
