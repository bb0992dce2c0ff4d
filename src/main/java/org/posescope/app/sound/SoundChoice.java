package org.posescope.app.sound;

/**
 * How loud the user wants sound.
 *
 * @param volume 0..1
 */
public record SoundChoice(boolean muted, double volume) {
    public static final SoundChoice DEFAULT = new SoundChoice(false, 0.8);

    /** @throws IllegalArgumentException when the volume is out of range */
    public SoundChoice {
        if (!(volume >= 0 && volume <= 1)) {
            throw new IllegalArgumentException("a volume of " + volume + " is not between 0 and 1");
        }
    }

    /** What samples are multiplied by: ears hear half of it at a tenth, so that a slider of plain factors does nothing at its upper end. */
    double gain() {
        return muted ? 0 : volume * volume * volume;
    }
}
