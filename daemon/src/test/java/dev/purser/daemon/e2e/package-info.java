/**
 * The real jar as a process, tried from outside: by an agent's OS user with curl, by an owner with
 * a browser, and by whoever pulls the plug. Read {@link dev.purser.daemon.e2e.StoryIT} first.
 */
package dev.purser.daemon.e2e;
