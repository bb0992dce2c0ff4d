package org.posescope.draw;

/** What people are called where they are shown. Thread-safe. */
@FunctionalInterface
public interface PersonNames {
    /** By their numbers. */
    PersonNames NUMBERS = id -> id > 0 ? "#" + id : "person";

    /** @param id track identity; 0: not tracked */
    String of(int id);
}
