package org.posescope.infer;

/** What a network sees where its region reaches beyond the frame. */
public sealed interface Border {
    Border BLACK = new Constant(0);

    /** The nearest pixel of the frame. */
    Border REPLICATE = new Replicate();

    /**
     * One value in all channels.
     *
     * @param level 0..255, before mean and scale are applied
     */
    record Constant(int level) implements Border {
        public Constant {
            if (level < 0 || level > 255) {
                throw new IllegalArgumentException("a level of 0..255, not " + level);
            }
        }
    }

    /** The value of {@link #REPLICATE}. */
    record Replicate() implements Border {}
}
