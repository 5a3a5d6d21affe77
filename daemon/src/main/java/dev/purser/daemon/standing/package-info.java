/**
 * Standing mandates: what the owner's passkey has said yes to in advance, how it stands, and what
 * was done under it. Whether an order is confirmed under one is decided in purchasing.
 */
@NullMarked
package dev.purser.daemon.standing;

import org.jspecify.annotations.NullMarked;
