/**
 * Opening H2 or PostgreSQL so that what was acknowledged is durable, and bringing its schema up to
 * date.
 */
@NullMarked
package dev.purser.daemon.database;

import org.jspecify.annotations.NullMarked;
