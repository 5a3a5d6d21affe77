/**
 * A vendor that is a file: its catalogue is read from CSV, its orders are dropped into a directory.
 * Dirty rows are reported by line and left out, and the words of a title are searched.
 */
@NullMarked
package dev.purser.vendors.catalogue;

import org.jspecify.annotations.NullMarked;
