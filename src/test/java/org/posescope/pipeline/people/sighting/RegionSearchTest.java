package org.posescope.pipeline.people.sighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.posescope.detect.Detection;
import org.posescope.detect.PersonDetector;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.people.ScriptedPerson;
import org.posescope.pipeline.people.sighting.Sighting.Evidence;
import org.posescope.pipeline.people.sighting.Sighting.Scoring;
import org.posescope.pose.Alignment;
import org.posescope.pose.Box;
import org.posescope.pose.Person;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.testkit.FakeSource;

class RegionSearchTest {
    private static final Box BODY = new Box(100, 50, 60, 200);
    private static final Region UPRIGHT = Alignment.region(BODY);
    private static final Detection FOUND = new Detection(UPRIGHT, 0.8f, Optional.of(BODY));
    private static final Box BEHIND = new Box(130, 60, 60, 200);
    private static final Detection FOUND_BEHIND = new Detection(Alignment.region(BEHIND), 0.7f, Optional.of(BEHIND));
    private static final Sight BY_POSE = new Sight(0.5, Scoring.BY_POSE, Alignment::alternatives);
    private static final Sight CALIBRATED = new Sight(0.5, Scoring.CALIBRATED, Alignment::alternatives);

    private final FramePool pool = new FramePool();
    private final FakeSource source = FakeSource.video(pool, 1, 30, 640, 360);
    private final Frame frame = source.next();
    private final List<Region> looks = new ArrayList<>();
    private final List<Box> places = new ArrayList<>();
    private OptionalDouble closer = OptionalDouble.empty();

    @AfterEach
    void close() {
        frame.close();
        source.close();
        pool.close();
    }

    /** Knows how bodies lie, and what a closer look shows. */
    private final class Helper implements PersonDetector {
        private final Optional<Region> aligned;

        Helper(Optional<Region> aligned) {
            this.aligned = aligned;
        }

        @Override
        public List<Detection> detect(Frame seen, StepListener steps) {
            return List.of();
        }

        @Override
        public Optional<Detection> align(Frame seen, Detection found, StepListener steps) {
            return aligned.map(region -> new Detection(region, found.score() + 0.07f, found.box()));
        }

        @Override
        public OptionalDouble closer(Frame seen, Box box, StepListener steps) {
            places.add(box);
            return closer;
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private RegionSearch search(Sight sight, Optional<Region> aligned, Function<Region, PoseObservation> network) {
        return searchOf(sight, aligned, (_, region) -> network.apply(region));
    }

    private RegionSearch searchOf(Sight sight, Optional<Region> aligned,
            BiFunction<Frame, Region, PoseObservation> network) {
        return new RegionSearch(new RegionSearch.Eyes(frame, (seen, regions) -> {
            looks.addAll(regions);
            return regions.stream().map(region -> network.apply(seen, region)).toList();
        }, new Helper(aligned), (_, _) -> {}), sight, 0.5f);
    }

    private static PoseObservation seen(Box box, float presence, Region next) {
        Person person = ScriptedPerson.standing(box).person(0, presence);
        return new PoseObservation(person, next);
    }

    @Test
    void a_body_that_fits_is_looked_at_again_where_it_turned_out_to_be_and_no_other_region_is_tried() {
        Region exact = new Region(150, 160, 252, 252, 0.05f);

        List<Sighting> people = search(BY_POSE, Optional.empty(), _ -> seen(BODY, 0.95f, exact))
                .people(List.of(FOUND), List.of(), RegionSearch.Patience.MOVING);

        assertThat(looks).containsExactly(UPRIGHT, exact);
        assertThat(people).singleElement().satisfies(person -> {
            assertThat(person.region()).isEqualTo(exact);
            assertThat(person.evidence()).isEqualTo(new Evidence(0.8f, 1, true));
        });
    }

    @Test
    void in_a_moving_picture_a_region_that_stays_is_looked_at_once_as_the_next_picture_continues() {
        search(BY_POSE, Optional.empty(), _ -> seen(BODY, 0.95f, new Region(131, 150, 252, 252, 0.05f)))
                .people(List.of(FOUND), List.of(), RegionSearch.Patience.MOVING);

        assertThat(looks).containsExactly(UPRIGHT);
    }

    @Test
    void in_a_moving_picture_it_is_asked_how_a_body_lies_where_nobody_stands() {
        List<Sighting> standing = search(BY_POSE, Optional.empty(),
                region -> seen(BODY, region.height() > 1.4f * UPRIGHT.height() ? 0.9f : 0.2f, region))
                .people(List.of(FOUND), List.of(), RegionSearch.Patience.MOVING);

        assertThat(standing).hasSize(1);
        assertThat(looks).extracting(Region::rotation).containsOnly(0f);

        search(BY_POSE, Optional.empty(), region -> seen(BODY, 0.2f, region))
                .people(List.of(FOUND), List.of(), RegionSearch.Patience.MOVING);

        assertThat(looks).extracting(Region::rotation).contains((float) Math.PI);
    }

    @Test
    void a_turned_region_is_looked_at_where_there_is_one() {
        Region turned = new Region(130, 150, 260, 260, 1.2f);

        List<Sighting> people = search(BY_POSE, Optional.of(turned), region -> seen(BODY, 0.95f, region))
                .people(List.of(FOUND), List.of(), RegionSearch.Patience.STILL);

        assertThat(looks).containsExactly(turned, turned);
        assertThat(people).singleElement().extracting(person -> person.evidence().detection()).isEqualTo(0.87f);
    }

    @Test
    void where_the_upright_region_shows_nobody_that_of_a_body_upside_down_is_found() {
        List<Sighting> people = search(BY_POSE, Optional.empty(),
                region -> seen(BODY, region.rotation() > 3 ? 0.9f : 0.2f, region))
                .people(List.of(FOUND), List.of(), RegionSearch.Patience.MOVING);

        assertThat(people).singleElement().extracting(person -> person.region().rotation()).isEqualTo((float) Math.PI);
    }

    @Test
    void a_taller_region_counts_where_its_pose_fits_the_box_better() {
        Box wrong = new Box(100, 50, 30, 60);

        List<Sighting> people = search(BY_POSE, Optional.empty(),
                region -> seen(region.height() > 1.4f * UPRIGHT.height() ? BODY : wrong, 0.9f, region))
                .people(List.of(FOUND), List.of(), RegionSearch.Patience.STILL);

        assertThat(people).singleElement().extracting(Sighting::person).extracting(Person::box).isEqualTo(BODY);
    }

    @Test
    void a_still_picture_is_looked_at_until_the_region_stays_but_five_times_at_most() {
        search(BY_POSE, Optional.empty(), region -> seen(BODY, 0.95f,
                new Region(region.centerX() + 40, region.centerY(), region.width(), region.height(), 0)))
                .people(List.of(FOUND), List.of(), RegionSearch.Patience.STILL);

        assertThat(looks).hasSize(5);
    }

    @Test
    void nobody_is_somebody() {
        assertThat(search(BY_POSE, Optional.empty(), region -> seen(BODY, 0.2f, region))
                .people(List.of(FOUND), List.of(), RegionSearch.Patience.STILL)).isEmpty();
    }

    @Test
    void whom_the_network_does_not_see_in_a_mirror_is_less_sure_to_be_there() {
        List<Sighting> people = search(CALIBRATED, Optional.empty(),
                region -> seen(BODY, region.width() < 0 ? 0 : 1, region))
                .people(List.of(FOUND), List.of(), RegionSearch.Patience.MOVING);

        assertThat(people).singleElement().extracting(person -> person.evidence().detection()).isEqualTo(0.8f - 0.09f);
    }

    @Test
    void in_a_hurry_everybody_is_looked_at_once() {
        List<Sighting> people = search(CALIBRATED, Optional.of(new Region(130, 150, 260, 260, 0.1f)),
                region -> seen(BODY, 0.6f, region))
                .people(List.of(FOUND, FOUND), List.of(), RegionSearch.Patience.HURRIED);

        assertThat(looks).containsExactly(UPRIGHT, UPRIGHT);
        assertThat(people).hasSize(2);
    }

    @Test
    void whom_two_detectors_see_needs_no_mirror() {
        search(CALIBRATED, Optional.of(new Region(130, 150, 260, 260, 0.1f)), region -> seen(BODY, 1, region))
                .people(List.of(FOUND), List.of(), RegionSearch.Patience.MOVING);

        assertThat(looks).allMatch(region -> region.width() > 0);
    }

    /** A network that sees the one in front wherever it looks, and who is behind where that one is painted over. */
    private PoseObservation inFront(Frame seen, Region region, Box behind) {
        return seen(seen == frame ? BODY : behind, 0.95f, region);
    }

    @Test
    void who_is_behind_somebody_known_is_seen_where_that_one_is_painted_over() {
        List<Sighting> people = searchOf(BY_POSE, Optional.empty(), (seen, region) -> inFront(seen, region, BEHIND))
                .people(List.of(FOUND_BEHIND), List.of(ScriptedPerson.standing(BODY).person(0, 1)),
                        RegionSearch.Patience.MOVING);

        assertThat(people).singleElement().extracting(Sighting::person).extracting(Person::box).isEqualTo(BEHIND);
    }

    @Test
    void two_boxes_of_a_picture_whose_looks_show_one_body_are_told_apart() {
        List<Sighting> people = searchOf(BY_POSE, Optional.empty(), (seen, region) -> inFront(seen, region, BEHIND))
                .people(List.of(FOUND, FOUND_BEHIND), List.of(), RegionSearch.Patience.STILL);

        assertThat(people).extracting(person -> person.person().box()).containsExactly(BODY, BEHIND);
    }

    @Test
    void what_does_not_fit_the_box_is_nobody_behind_somebody() {
        Box ghost = new Box(300, 40, 30, 60);
        List<Sighting> people = searchOf(BY_POSE, Optional.empty(), (seen, region) -> inFront(seen, region, ghost))
                .people(List.of(FOUND, FOUND_BEHIND), List.of(), RegionSearch.Patience.STILL);

        assertThat(people).extracting(person -> person.person().box()).containsExactly(BODY, BODY);
    }

    @Test
    void what_painting_left_of_a_body_is_nobody_behind_it() {
        Box rest = new Box(112, 70, 52, 180);
        Detection again = new Detection(Alignment.region(rest), 0.7f, Optional.of(rest));
        List<Sighting> people = searchOf(BY_POSE, Optional.empty(), (seen, region) -> inFront(seen, region, rest))
                .people(List.of(FOUND, again), List.of(), RegionSearch.Patience.STILL);

        assertThat(people).extracting(person -> person.person().box()).containsExactly(BODY, BODY);
    }

    @Test
    void in_a_hurry_nobody_is_painted_over() {
        List<Sighting> people = searchOf(BY_POSE, Optional.empty(), (seen, region) -> inFront(seen, region, BEHIND))
                .people(List.of(FOUND, FOUND_BEHIND), List.of(), RegionSearch.Patience.HURRIED);

        assertThat(people).extracting(person -> person.person().box()).containsExactly(BODY, BODY);
    }

    private static Detection found(float score) {
        return new Detection(UPRIGHT, score, Optional.of(BODY));
    }

    private List<Sighting> lookedAt(Detection found, RegionSearch.Patience patience) {
        return search(CALIBRATED, Optional.empty(), region -> seen(BODY, 1, region)).people(List.of(found), List.of(),
                patience);
    }

    @Test
    void of_whom_it_is_not_certain_in_a_picture_a_closer_look_counts_as_much_as_the_first() {
        closer = OptionalDouble.of(0.5);

        List<Sighting> people = lookedAt(found(0.7f), RegionSearch.Patience.STILL);

        assertThat(people).singleElement().extracting(person -> person.evidence().detection()).isEqualTo(0.6f);
        assertThat(places).containsExactly(BODY);
    }

    @Test
    void where_no_detector_looks_closer_the_first_look_counts() {
        List<Sighting> people = lookedAt(found(0.7f), RegionSearch.Patience.STILL);

        assertThat(people).singleElement().extracting(person -> person.evidence().detection()).isEqualTo(0.7f);
    }

    @Test
    void nobody_looks_closer_at_those_who_are_certain_nor_in_moving_pictures_nor_without_a_calibrated_score() {
        lookedAt(found(0.8f), RegionSearch.Patience.STILL);
        lookedAt(found(0.7f), RegionSearch.Patience.MOVING);
        lookedAt(found(0.7f), RegionSearch.Patience.BEGINNING);
        search(BY_POSE, Optional.empty(), region -> seen(BODY, 0.6f, region)).people(List.of(found(0.7f)), List.of(),
                RegionSearch.Patience.STILL);

        assertThat(places).isEmpty();
    }

    @Test
    void who_was_found_without_a_box_is_looked_for_where_the_pose_is() {
        closer = OptionalDouble.of(0);

        List<Sighting> people = lookedAt(new Detection(UPRIGHT, 0.74f), RegionSearch.Patience.STILL);

        assertThat(places).containsExactly(BODY);
        assertThat(people).singleElement().extracting(person -> person.evidence().detection()).isEqualTo(0.37f);
    }

    @Test
    void a_box_whose_own_look_shows_a_small_body_in_it_is_that_of_whoever_fills_it() {
        Region wide = new Region(130, 150, 400, 400, 0.1f);
        Box inFace = new Box(115, 100, 30, 60);

        List<Sighting> people = search(CALIBRATED, Optional.empty(),
                region -> seen(region.width() == 400 ? BODY : inFace, 1, region))
                .people(List.of(FOUND, new Detection(wide, 0.9f)), List.of(), RegionSearch.Patience.STILL);

        assertThat(people).singleElement().satisfies(person -> {
            assertThat(person.person().box()).isEqualTo(BODY);
            assertThat(person.evidence()).isEqualTo(new Sighting.Evidence(0.8f, 1, true));
        });
    }

    @Test
    void a_box_is_of_whom_its_own_look_showed_though_somebody_else_without_a_box_is_near() {
        Region wide = new Region(130, 150, 400, 400, 0.1f);
        Box beside = new Box(190, 50, 60, 200);

        List<Sighting> people = search(CALIBRATED, Optional.empty(),
                region -> seen(region.width() == 400 ? beside : BODY, 1, region))
                .people(List.of(FOUND, new Detection(wide, 0.9f)), List.of(), RegionSearch.Patience.STILL);

        assertThat(people).extracting(person -> person.person().box()).containsExactly(BODY, beside);
    }
}
