package org.posescope.app.video;

import java.util.List;

import org.posescope.pose.Person;

/**
 * What the layers draw.
 *
 * @param people   of the frame that is shown
 * @param selected id of the person that stands out; 0: nobody
 * @param fit      of the picture on the screen
 */
record OverlayScene(List<Person> people, int selected, PictureFit fit) {
    private static final double ASIDE = 0.35;

    /** 0..1, weaker for those beside whom somebody else was chosen. */
    double opacity(Person person) {
        return selected == 0 || person.id() == selected || nobodySelectedHere() ? 1 : ASIDE;
    }

    /** Lines of the selected person are stronger. */
    double emphasis(Person person) {
        return selected != 0 && person.id() == selected ? 1.3 : 1;
    }

    private boolean nobodySelectedHere() {
        return people.stream().noneMatch(person -> person.id() == selected);
    }
}
