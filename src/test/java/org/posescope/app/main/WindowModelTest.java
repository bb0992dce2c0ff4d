package org.posescope.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.posescope.app.banner.Notice;
import org.posescope.app.player.FakePlayer;
import org.posescope.app.player.ShownFrame;
import org.posescope.app.settings.Settings;
import org.posescope.app.settings.SettingsModel;
import org.posescope.app.work.WorkKind;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceInfo;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelCatalog;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.plan.Plan;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.testkit.Plans;

class WindowModelTest {
    private static final SourceInfo VIDEO = new SourceInfo("clip.mp4", SourceInfo.Kind.VIDEO, 640, 480, 10, 100,
            10_000_000, true);
    private static final ModelCatalog CATALOG = ModelCatalog.bundled();

    private final FakePlayer player = new FakePlayer();
    private final SettingsModel settings = new SettingsModel(Settings.DEFAULT, changed -> {});
    private final WindowModel model = new WindowModel(player, settings);

    @BeforeEach
    void forgetTheStart() {
        assertThat(player.told()).containsExactly("repeat true", "speed 1.0");
    }

    @Test
    void what_was_opened_is_remembered_and_takes_the_page_away() {
        model.showPage(new Page.Welcome());

        model.opened("clip.mp4", VIDEO);

        assertThat(model.page().get()).isEqualTo(new Page.None());
        assertThat(settings.get().recent()).containsExactly("clip.mp4");
        assertThat(model.transport().playing().get()).isTrue();
    }

    @Test
    void what_could_not_be_opened_can_be_tried_again() {
        model.notOpened("0", "the camera is in use by another program; close that");

        assertThat(model.notices().notice().get()).hasValueSatisfying(
                notice -> assertThat(notice.text()).isEqualTo("The camera is in use by another program; close that."));
        model.notices().choose(model.notices().notice().get().orElseThrow().answers().getFirst());
        assertThat(player.told()).containsExactly("open 0");
        assertThat(model.notices().notice().get()).isEmpty();
    }

    @Test
    void it_is_asked_once_whether_the_pictures_of_a_folder_are_a_video() {
        SourceInfo folder = new SourceInfo("frames", SourceInfo.Kind.IMAGE_FOLDER, 640, 480, 0, 120, 120_000_000, true);

        model.opened("frames", folder);
        Notice question = model.notices().notice().get().orElseThrow();
        assertThat(question.text()).isEqualTo("120 single pictures are shown; play them as a video?");
        assertThat(question.answers()).extracting(Notice.Answer::label).containsExactly("24 fps", "25 fps", "30 fps",
                "60 fps");
        model.notices().choose(question.answers().get(1));
        assertThat(player.told()).containsExactly("open frames at 25.0");
        assertThat(model.notices().notice().get()).isEmpty();
        model.opened("frames", folder);
        assertThat(model.notices().notice().get()).isEmpty();
    }

    private void show(SourceInfo source, int frame, Person... people) {
        show(source, frame, 0, people);
    }

    private void show(SourceInfo source, int frame, int leftOut, Person... people) {
        try (FramePool pool = new FramePool();
                ShownFrame moment = new ShownFrame(new Frame(pool.acquire(8, 6), frame, frame * 100_000L, 0),
                        List.of(people), source, 0, frame * 100_000L, leftOut, Optional.empty())) {
            model.shown(moment);
        }
    }

    @Test
    void that_nobody_is_found_for_a_while_is_said_once_with_what_can_be_done() {
        model.opened("clip.mp4", VIDEO);
        for (int frame = 0; frame < 20; frame++) {
            show(VIDEO, frame);
        }
        assertThat(model.notices().notice().get()).isEmpty();

        show(VIDEO, 20);
        Notice hint = model.notices().notice().get().orElseThrow();
        assertThat(hint.text()).startsWith("Nobody was found");
        model.notices().choose(hint.answers().getFirst());
        assertThat(model.page().get()).isEqualTo(new Page.Preferences());
        show(VIDEO, 60);
        assertThat(model.notices().notice().get()).isEmpty();
    }

    @Test
    void the_hint_that_nobody_is_found_goes_when_somebody_comes() {
        model.opened("clip.mp4", VIDEO);
        for (int frame = 0; frame < 21; frame++) {
            show(VIDEO, frame);
        }
        assertThat(model.notices().notice().get()).isPresent();

        show(VIDEO, 21, somebody());

        assertThat(model.notices().notice().get()).isEmpty();
    }

    private static Person somebody() {
        return new Person(1, 1, new Box(0, 0, 1, 1),
                List.of(new Keypoints(Skeletons.COCO17,
                        Collections.nCopies(Skeletons.COCO17.size(), new Keypoint(1, 1, 1)))),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void that_people_of_a_picture_are_left_out_is_said_once_with_what_can_be_done() {
        SourceInfo pictures = new SourceInfo("frames", SourceInfo.Kind.IMAGE_FOLDER, 640, 480, 0, 3, 3_000_000, true);
        model.opened("frames", pictures);
        model.dismiss();

        show(pictures, 0, 4, somebody());
        Notice hint = model.notices().notice().get().orElseThrow();
        assertThat(hint.text()).startsWith("4 people are left out, far behind the others");
        model.notices().choose(hint.answers().getFirst());
        assertThat(model.page().get()).isEqualTo(new Page.Preferences());
        show(pictures, 1, 1, somebody());
        assertThat(model.notices().notice().get()).isEmpty();
    }

    @Test
    void the_hint_that_somebody_is_left_out_goes_when_nobody_is() {
        SourceInfo picture = new SourceInfo("a.jpg", SourceInfo.Kind.IMAGE, 640, 480, 0, 1, 1_000_000, true);
        model.opened("a.jpg", picture);
        show(picture, 0, 1, somebody());
        assertThat(model.notices().notice().get()).hasValueSatisfying(
                notice -> assertThat(notice.text()).startsWith("1 person is left out"));

        show(picture, 0, somebody());

        assertThat(model.notices().notice().get()).isEmpty();
    }

    @Test
    void what_is_being_opened_is_told_until_it_plays_or_does_not() {
        model.open("clip.mp4");
        assertThat(model.opening().get()).isEqualTo("clip.mp4");
        model.opened("clip.mp4", VIDEO);
        assertThat(model.opening().get()).isEmpty();

        model.open("none.mp4");
        model.notOpened("none.mp4", "there is no file none.mp4");
        assertThat(model.opening().get()).isEmpty();
        assertThat(player.told()).containsExactly("open clip.mp4", "open none.mp4");
    }

    @Test
    void that_nobody_is_in_a_picture_is_said_at_once() {
        SourceInfo picture = new SourceInfo("a.jpg", SourceInfo.Kind.IMAGE, 640, 480, 0, 1, 1_000_000, true);
        model.opened("a.jpg", picture);

        show(picture, 0);

        assertThat(model.notices().notice().get()).hasValueSatisfying(
                notice -> assertThat(notice.text()).startsWith("Nobody was found"));
    }

    @Test
    void a_warning_covers_a_question_until_it_is_dismissed() {
        model.opened("frames",
                new SourceInfo("frames", SourceInfo.Kind.IMAGE_FOLDER, 640, 480, 0, 120, 120_000_000, true));
        model.warned("b.jpg is damaged");
        assertThat(model.notices().notice().get()).map(Notice::text).contains("b.jpg is damaged.");

        model.dismiss();
        assertThat(model.notices().notice().get()).map(Notice::text)
                .contains("120 single pictures are shown; play them as a video?");
        model.opened("clip.mp4", VIDEO);
        assertThat(model.notices().notice().get()).isEmpty();
    }

    @Test
    void models_that_a_package_brings_are_fetched_and_others_are_asked_for() {
        List<ModelCard> packaged = CATALOG.expand(List.of("live"));
        List<ModelCard> brought = List.of(CATALOG.card("yolox-nano"));

        model.missing(Plan.DEFAULT, packaged);
        assertThat(model.page().get()).isEqualTo(new Page.Install(Plan.DEFAULT, packaged));
        model.missing(Plan.DEFAULT, brought);
        assertThat(model.page().get()).isEqualTo(new Page.Bring(Plan.DEFAULT, brought));
        model.chosen(Plan.DEFAULT);
        assertThat(model.page().get()).isEqualTo(new Page.Welcome());
    }

    @Test
    void dropped_files_are_played_unless_a_page_asks_for_files() {
        List<Path> received = new ArrayList<>();

        model.dropped(List.of(Path.of("clip.mp4")));
        assertThat(player.told()).containsExactly("open clip.mp4");
        model.missing(Plan.DEFAULT, List.of(CATALOG.card("yolox-nano")));
        model.behind(new PageWork(WorkKind.IMPORT, () -> false, received::addAll, () -> {}));
        model.dropped(List.of(Path.of("yolox_nano.onnx")));
        assertThat(player.told()).isEmpty();
        assertThat(received).containsExactly(Path.of("yolox_nano.onnx"));
    }

    @Test
    void dropped_models_are_chosen_together_and_what_else_is_dropped_is_played() {
        model.dropped(List.of(Path.of("rtmpose-m.onnx"), Path.of("clip.mp4"), Path.of("yolox_m.onnx")));

        assertThat(player.told()).containsExactly("choose live//rtmpose-m.onnx,yolox_m.onnx", "open clip.mp4");
    }

    @Test
    void a_choice_is_remembered_when_it_is_in_effect() {
        Plan heavy = Plans.of("live", "", "blazepose-heavy");

        model.choose(heavy);
        assertThat(settings.get().plan()).isEqualTo(Plan.DEFAULT);
        model.chosen(heavy);
        assertThat(settings.get().plan()).isEqualTo(heavy);
    }

    @Test
    void the_mode_goes_to_player_figures_and_settings() {
        model.toggleMode();

        assertThat(player.told()).containsExactly("mode async");
        assertThat(model.stats().mode().get()).isEqualTo(Mode.ASYNC);
        assertThat(settings.get().mode()).isEqualTo(Mode.ASYNC);
    }

    @Test
    void escape_closes_the_page_then_the_notice_then_the_selection() {
        model.opened("clip.mp4", VIDEO);
        model.video().select(3);
        model.warned("the camera was lost");
        model.togglePage(new Page.Keys());

        model.dismiss();
        assertThat(model.page().get()).isEqualTo(new Page.None());
        model.dismiss();
        assertThat(model.notices().notice().get()).isEmpty();
        assertThat(model.video().selected().get()).isEqualTo(3);
        model.dismiss();
        assertThat(model.video().selected().get()).isZero();
    }

    @Test
    void after_a_failure_nothing_plays_and_it_can_be_opened_again() {
        model.opened("clip.mp4", VIDEO);

        model.failed("the disk was removed");

        assertThat(model.source().get()).isEmpty();
        assertThat(model.transport().loaded().get()).isFalse();
        assertThat(model.page().get()).isEqualTo(new Page.Welcome());
        model.notices().choose(model.notices().notice().get().orElseThrow().answers().getFirst());
        assertThat(player.told()).containsExactly("reopen");
    }

    private final List<String> behind = new ArrayList<>();

    /** A page for models of a choice, behind which something is under way. */
    private Page fetching(Plan choice) {
        model.missing(choice, CATALOG.expand(List.of("live")));
        model.behind(new PageWork(WorkKind.INSTALLATION, () -> true, files -> {}, () -> behind.add("left")));
        return model.page().get();
    }

    @Test
    void a_page_that_is_closed_ends_what_goes_on_behind_it_and_says_so() {
        model.opened("clip.mp4", VIDEO);
        Page _ = fetching(Plan.DEFAULT);

        model.dismiss();

        assertThat(behind).containsExactly("left");
        assertThat(model.page().get()).isEqualTo(new Page.None());
        assertThat(model.notices().notice().get()).hasValueSatisfying(notice -> assertThat(notice.text())
                .startsWith("The installation was cancelled because its page was closed"));
    }

    @Test
    void a_video_that_is_opened_meanwhile_plays_behind_the_page_that_fetches() {
        Page page = fetching(Plan.DEFAULT);

        model.dropped(List.of(Path.of("clip.mp4")));
        model.opened("clip.mp4", VIDEO);
        model.notOpened("notes.txt", "notes.txt is not a video");
        model.failed("the disk was removed");

        assertThat(behind).isEmpty();
        assertThat(model.page().get()).isSameAs(page);
    }

    @Test
    void models_that_are_still_missing_do_not_begin_the_page_again_that_fetches_them() {
        Page page = fetching(Plan.DEFAULT);

        model.missing(Plan.DEFAULT, List.of(CATALOG.expand(List.of("live")).getFirst()));
        assertThat(model.page().get()).isSameAs(page);
        assertThat(behind).isEmpty();

        Plan other = Plans.of("live", "yolox-nano", "");
        model.missing(other, List.of(CATALOG.card("yolox-nano")));
        assertThat(model.page().get()).isEqualTo(new Page.Bring(other, List.of(CATALOG.card("yolox-nano"))));
        assertThat(behind).containsExactly("left");
    }
}
