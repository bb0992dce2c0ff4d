package org.posescope.eval.coco;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Annotated pictures in the order of their ids, and the people in them. */
public final class CocoAnnotations {
    private final List<CocoPicture> pictures;
    private final Map<Long, List<AnnotatedPerson>> people;

    /** @param people of these pictures; those of others are left out */
    CocoAnnotations(List<CocoPicture> pictures, List<AnnotatedPerson> people) {
        this.pictures = pictures.stream().sorted(Comparator.comparingLong(CocoPicture::id)).toList();
        Set<Long> known = pictures.stream().map(CocoPicture::id).collect(Collectors.toSet());
        this.people = people.stream().filter(person -> known.contains(person.picture()))
                .collect(Collectors.groupingBy(AnnotatedPerson::picture));
    }

    public List<CocoPicture> pictures() {
        return pictures;
    }

    /** Everybody annotated in a picture, in the order of the file. */
    public List<AnnotatedPerson> people(long picture) {
        return people.getOrDefault(picture, List.of());
    }

    /** How many people there are to be found. */
    public long expected() {
        return people.values().stream().flatMap(List::stream).filter(person -> !person.ignored()).count();
    }

    /** The first of the pictures, with their people. */
    public CocoAnnotations limitedTo(long most) {
        return new CocoAnnotations(pictures.stream().limit(most).toList(),
                people.values().stream().flatMap(List::stream).toList());
    }
}
