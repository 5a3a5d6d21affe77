/**
 * Where things are bought. A vendor that the policy does not list has no object here that could be
 * called.
 */
@NullMarked
package dev.purser.vendors;

import org.jspecify.annotations.NullMarked;
