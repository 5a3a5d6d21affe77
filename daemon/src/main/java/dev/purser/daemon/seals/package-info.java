/**
 * The daemon's own key, and what it signs: evidence that nobody who gets at the books can change
 * without its being seen. Only this package knows how signatures are made and written.
 */
@NullMarked
package dev.purser.daemon.seals;

import org.jspecify.annotations.NullMarked;
