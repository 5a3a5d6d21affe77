/**
 * What all pages share: the guards at the door, how a page is rendered, and the pages for what went
 * wrong. Registered with the application that serves the owner and finance, and with no other.
 */
@NullMarked
package dev.purser.daemon.owner.web;

import org.jspecify.annotations.NullMarked;
