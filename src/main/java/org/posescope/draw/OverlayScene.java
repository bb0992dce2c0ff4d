package org.posescope.draw;

import java.util.List;

import org.posescope.pose.Person;

/**
 * What the layers draw.
 *
 * @param people   of a frame
 * @param figures  of the run
 * @param selected id of the person that stands out; 0: nobody
 * @param fit      of the frame on the target
 * @param sizes    that suit the target
 * @param names    of people
 */
public record OverlayScene(List<Person> people, HudFigures figures, int selected, PictureFit fit, Sizes sizes,
        PersonNames names) {
    private static final double ASIDE = 0.35;
    private static final double STRONGER = 1.3;

    public OverlayScene(List<Person> people, HudFigures figures, int selected, PictureFit fit, Sizes sizes) {
        this(people, figures, selected, fit, sizes, PersonNames.NUMBERS);
    }

    /** People over the pixels of their own frame, nobody standing out. */
    static OverlayScene ofPicture(int width, int height, List<Person> people, HudFigures figures,
            PersonNames names, boolean mirrored) {
        PictureFit fit = PictureFit.of(width, height, width, height);
        return new OverlayScene(people, figures, 0, mirrored ? fit.inMirror(width) : fit,
                Sizes.ofPicture(width, height), names);
    }

    /** 0..1, weaker for those beside whom somebody else was chosen. */
    double opacity(Person person) {
        return selected == 0 || person.id() == selected || nobodySelectedHere() ? 1 : ASIDE;
    }

    /** What the thickness of a person's lines is multiplied by: those of the selected one are stronger. */
    double emphasis(Person person) {
        return selected != 0 && person.id() == selected ? STRONGER : 1;
    }

    /** Thickness of an arm or leg. */
    double limb(Person person) {
        return emphasis(person)
                * sizes.limb(fit.scale() * Math.max(person.box().width(), person.box().height()));
    }

    private boolean nobodySelectedHere() {
        return people.stream().noneMatch(person -> person.id() == selected);
    }
}
