package vn.luot.hub.access;

import vn.luot.hub.queue.Role;

/**
 * Somebody whom the office's provider vouches for.
 *
 * @param subject never another's: who the provider is, and its name for the person
 * @param name to be known by here
 * @param shownAs what visitors and colleagues see
 */
public record Introduction(String subject, String name, String shownAs, Role role) {}
