/**
 * Who is signed in to the pages: a proof opens a session, a cookie carries it, and it does not live
 * long. It opens pages and forms; what spends, gives back or widens asks for a proof of its own.
 */
@NullMarked
package dev.purser.daemon.owner.session;

import org.jspecify.annotations.NullMarked;
