package dev.purser.daemon.agents;

/** A certificate that lies within the days that tests live in; its key is thrown away. */
public final class Certificates {
  /** Self-signed, valid from 23 November 2026 until 25 November 2026, midnight in UTC. */
  public static final String PEM =
      """
      -----BEGIN CERTIFICATE-----
      MIIBQDCB5qADAgECAgkAyzRjPmHimkMwCgYIKoZIzj0EAwIwFDESMBAGA1UEAxMJ
      cGFudHJ5LXZtMB4XDTI2MTEyMzAwMDAwMFoXDTI2MTEyNTAwMDAwMFowFDESMBAG
      A1UEAxMJcGFudHJ5LXZtMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE4krr56at
      SRTWrwlejY3MpBuUmINjvfJ2sCZ9xSlMDAeyG+JvbQGVBpzbM73nDk4xtFOPlAz1
      bqZvf3M3kovoAKMhMB8wHQYDVR0OBBYEFNiLjLjgWxHRArvOdRLo6oTt75MmMAoG
      CCqGSM49BAMCA0kAMEYCIQCIx3+HiQXVsw39VLAj8fb2qi+0oBtRPxkFKNKHaMmq
      HAIhAM8goXlAlUmFHSpQ1mwVVHo69mTDn4e7d8D7jwGMfrXc
      -----END CERTIFICATE-----
      """;

  /** SHA-256 as openssl has it. */
  public static final String SHA_256 =
      "721641e4d31769dc7dca7fa611a268233ccf3c2c80b34d5c74127b7ca40c63a9";

  private Certificates() {}
}
