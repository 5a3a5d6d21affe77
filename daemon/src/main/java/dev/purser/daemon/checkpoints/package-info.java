/**
 * Where the trail ended last, signed and kept outside the books: an older database that is put back
 * is seen at the next start. What is done about it is decided elsewhere.
 */
@NullMarked
package dev.purser.daemon.checkpoints;

import org.jspecify.annotations.NullMarked;
