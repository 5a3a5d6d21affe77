/**
 * Real prices for a shop that does not exist. What the US Bureau of Labor Statistics counted in one
 * month becomes a catalogue file.
 */
@NullMarked
package dev.purser.vendors.prices;

import org.jspecify.annotations.NullMarked;
