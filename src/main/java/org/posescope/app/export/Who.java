package org.posescope.app.export;

/** Which people are exported. */
sealed interface Who {
    /** All of them. */
    record Everybody() implements Who {}

    /** Whoever is seen in most frames. */
    record MainPerson() implements Who {}

    /** One whose identity is known already. */
    record Person(int id) implements Who {}
}
