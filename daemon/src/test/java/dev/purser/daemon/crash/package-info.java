/** The real daemon, killed with -9 under load. What it answered must be there afterwards. */
package dev.purser.daemon.crash;
