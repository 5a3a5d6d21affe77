/**
 * What the administrator writes: {@code purser.yml}, {@code policy.yml} and {@code vendors/*.yml},
 * read strictly.
 */
@NullMarked
package dev.purser.daemon.config;

import org.jspecify.annotations.NullMarked;
