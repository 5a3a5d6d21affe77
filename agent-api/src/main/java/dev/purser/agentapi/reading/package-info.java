/**
 * The strict reading of what an agent sends, one for all bindings. What two parsers could read in
 * two ways is refused here.
 */
@NullMarked
package dev.purser.agentapi.reading;

import org.jspecify.annotations.NullMarked;
