/**
 * The owner's passkeys: enrolling one by a code from the privileged side, asking it to sign, and
 * checking what it signed. What a signature is good for is decided elsewhere.
 */
@NullMarked
package dev.purser.daemon.passkeys;

import org.jspecify.annotations.NullMarked;
