/**
 * A mandate as the Agent Payments Protocol has it, version 0.2: closed checkout and payment
 * mandates, as SD-JWTs (RFC 9901). Only this package knows that protocol.
 */
@NullMarked
package dev.purser.daemon.ap2;

import org.jspecify.annotations.NullMarked;
