package dev.purser.daemon.audit;

/**
 * Where the chain ends.
 *
 * @param length how many events there are
 * @param hash the last event's
 */
public record AuditHead(long length, String hash) {}
