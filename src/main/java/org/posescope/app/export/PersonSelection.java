package org.posescope.app.export;

/** Which people are exported. */
sealed interface PersonSelection {
    /** All of them. */
    record Everybody() implements PersonSelection {}

    /** Whoever is seen in most frames. */
    record MainPerson() implements PersonSelection {}

    /** One whose identity is known already. */
    record Person(int id) implements PersonSelection {}
}
