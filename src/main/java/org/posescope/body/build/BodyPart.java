package org.posescope.body.build;

/** What a place of the body shows when it is dressed by colours; ordinals are the numbers in the file's arrays {@code part} and {@code f_part}. */
enum BodyPart {
    SKIN, HAIR, SHIRT, TROUSERS, SHOES, EYES, LIPS, BROWS
}
