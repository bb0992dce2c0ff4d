package org.posescope.workshop.body.surface;

/** What a place of the body shows when it is dressed by colours. */
public enum BodyPart {
    SKIN(0), HAIR(1), SHIRT(2), TROUSERS(3), SHOES(4), EYES(5), LIPS(6), BROWS(7);

    private final int number;

    BodyPart(int number) {
        this.number = number;
    }

    /** The number that stands for it in the body file's arrays {@code part} and {@code f_part}. */
    public int number() {
        return number;
    }
}
