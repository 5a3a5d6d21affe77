package dev.purser.budgets;

import java.net.URI;

/**
 * Who is paid. Both parts are pinned by the owner's configuration and shown before all else.
 *
 * @param name as it appears on the statement
 * @param origin where this vendor sells: scheme, host and port, nothing after them
 */
public record Payee(String name, URI origin) {}
