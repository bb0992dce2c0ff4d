package org.posescope.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.app.banner.Notice;
import org.posescope.app.player.FakePlayer;
import org.posescope.app.player.QuickPictures;
import org.posescope.app.player.SourceOpener;
import org.posescope.app.record.OutputNames;
import org.posescope.app.record.PictureStyle;
import org.posescope.app.record.Recorder;
import org.posescope.app.record.RecordingChoice;
import org.posescope.app.render.Renderer;
import org.posescope.app.scene3d.posed.Bodies;
import org.posescope.app.timeline.PeopleModel;
import org.posescope.app.transport.TransportModel;
import org.posescope.body.DefaultBody;
import org.posescope.draw.Layers;
import org.posescope.draw.scene.CameraInUse;
import org.posescope.frame.ForwardingSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.ffmpeg.VideoSource;
import org.posescope.frame.source.Span;
import org.posescope.measure.band.NormalBands;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.EngineRun;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.Stage;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.kept.KeptClips;
import org.posescope.pipeline.kept.MotionKey;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.playback.Playback;
import org.posescope.pipeline.people.StageFactory;
import org.posescope.plan.Plan;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Lens;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.record.Coordinates;
import org.posescope.record.FrameOutput;
import org.posescope.record.SceneFacts;
import org.posescope.record.export.ExportFormat;
import org.posescope.record.export.ExportSettings;
import org.posescope.record.export.ExportTarget;
import org.posescope.record.export.Exports;
import org.posescope.record.motion.LengthUnit;
import org.posescope.testkit.ScriptedStages;
import org.posescope.testkit.TestVideos;
import org.posescope.testkit.VideoFile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A clip that is analysed, whose people are put in order, and of which a part is marked: files say the same as the window. */
@Timeout(60)
class ClipFilesTest {
    private static final int FRAMES = 40;
    private static final long INTERVAL = 40_000;
    private static final int FIRST = 10;
    private static final int LAST = 29;
    private static final int SPLIT = 25;
    /** From here on the focal length stays the same. */
    private static final int SURE = 15;
    /** A frame without a camera. */
    private static final int UNPLACED = 5;
    /** Identities in the order in which the clip gives them. */
    private static final int LEFT = 1;
    private static final int MIDDLE = 2;
    private static final int GHOST = 3;
    private static final int RIGHT = 4;
    private static final Span MARKED = new Span(FIRST * INTERVAL, LAST * INTERVAL);

    @TempDir
    private Path folder;

    private final FramePool pool = new FramePool();
    private final QuickPictures pictures = new QuickPictures(pool);
    private final KeptClips kept = new KeptClips(Optional.empty());
    private final ScriptedStages stages = new ScriptedStages(plan -> List.of(),
            plan -> List.of(new StageSpec("find", 1, Finder::new)));

    @AfterEach
    void end() {
        pictures.close();
        kept.close();
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    /** The first is at the left, later somebody at the right, the second in the middle; a ghost is between. */
    private static final class Finder implements Stage {
        @Override
        public void process(Job job) {
            int frame = Math.toIntExact(Math.floorDiv(job.frame().positionMicros(), INTERVAL));
            List<Person> people = new ArrayList<>();
            people.add(frame < 20 ? person(LEFT, 4, frame) : person(RIGHT, 104, frame));
            people.add(person(MIDDLE, 54, frame));
            if (frame >= 12 && frame < 16) {
                people.add(person(GHOST, 79, frame));
            }
            people.sort(Comparator.comparingInt(Person::id));
            job.people(people);
            if (frame != UNPLACED) {
                job.camera(new Camera(frame < SURE ? 90 + frame : 120, 64, 40));
            }
        }

        private static Person person(int id, int left, int frame) {
            List<Keypoint> points = Collections.nCopies(Skeletons.COCO17.size(), new Keypoint(left + 8, 40, 1));
            return new Person(id, 0.9f, new Box(left, 10, 16, 60), List.of(new Keypoints(Skeletons.COCO17, points)),
                    Optional.empty(), Optional.empty(),
                    Optional.of(Bodies.walking(left / 50f, 0, 4, 0.02 * frame)));
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    /** Sees somebody else in all frames of a scene after the first gap in it. */
    private static final class Confused implements Stage {
        private long scene = -1;
        private long last;
        private boolean confused;

        @Override
        public void process(Job job) {
            long frame = Math.floorDiv(job.frame().positionMicros(), INTERVAL);
            confused = job.scene() == scene && (confused || frame != last + 1);
            scene = job.scene();
            last = frame;
            job.people(List.of(Finder.person(1, confused ? 100 : 4, 0)));
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    /** Leaves out frames, as a machine that is too slow does. */
    private static final class Dropping extends ForwardingSource {
        private final Set<Long> dropped;

        Dropping(FrameSource source, Set<Long> dropped) {
            super(source);
            this.dropped = dropped;
        }

        @Override
        public Frame next() {
            Frame frame = source.next();
            while (frame != null && dropped.contains(frame.index())) {
                frame.close();
                frame = source.next();
            }
            return frame;
        }
    }

    /** Two frames of the clip cannot be looked at. */
    private static final class Failing implements Stage {
        private final Stage finder = new Finder();

        @Override
        public void process(Job job) throws Exception {
            long frame = Math.floorDiv(job.frame().positionMicros(), INTERVAL);
            if (frame == 7 || frame == 30) {
                throw new IllegalStateException("frame " + frame + " is dark");
            }
            finder.process(job);
        }

        @Override
        public void close() {
            finder.close();
        }
    }

    private Exporter exporter(ClipRun runs) {
        return new Exporter(runs, new OutputNames(() -> folder), stages, Optional.of(DefaultBody.read()),
                () -> NormalBands.NONE);
    }

    private Path rendered(ClipRun runs, SourceInfo clip) throws InterruptedException {
        Recorder recorder = new Recorder(pool, new OutputNames(() -> folder),
                new Recorder.Drawn(() -> RecordingChoice.DEFAULT, () -> new PictureStyle(Layers.parse("none"), false),
                        lens -> Optional.empty(), new CameraInUse(Lens.DEFAULT), person -> List.of(),
                        id -> kept.edits().name(id)));
        return new Renderer(runs, recorder, () -> Plan.DEFAULT).run(clip, MARKED, frames -> {}).file();
    }

    /** Puts people in order as a user does; gives the person of the second half. */
    private int order(SourceInfo clip) {
        TransportModel transport = new TransportModel(new FakePlayer(), false, 1);
        transport.opened(clip);
        transport.shown(SPLIT * INTERVAL);
        PeopleModel people = new PeopleModel(kept, transport, () -> {});
        people.merge(RIGHT, LEFT);
        people.rename(LEFT, "Anna / 1");
        people.delete(GHOST);
        people.splitHere(MIDDLE);
        people.undo();
        people.redo();
        return ids(clip).getLast().getLast();
    }

    /** What the window shows of each frame. */
    private List<List<Integer>> ids(SourceInfo clip) {
        return kept.whole(clip, MotionKey.of(Plan.DEFAULT, stages)).orElseThrow()
                .map(found -> found.people().stream().map(Person::id).toList()).toList();
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ending)).sorted().toList();
        }
    }

    private SourceInfo clip() throws IOException {
        Path file = TestVideos.clip(128, 80, FRAMES).write(folder.resolve("clip.mp4"));
        try (FrameSource source = VideoSource.open(file, 1, pool)) {
            return source.info();
        }
    }

    private ClipRun runs(KeptClips keeping) {
        return runs(keeping, stages);
    }

    private ClipRun runs(KeptClips keeping, StageFactory finders) {
        SourceOpener opener = (input, wanted, news) -> VideoSource.open(Path.of(input), 1, pool);
        return new ClipRun(opener, finders, keeping, pictures);
    }

    private Path export(ClipRun runs, Subject subject, PersonSelection who, ExportFormat format) throws Exception {
        Path file = folder.resolve("walk." + format.ending());
        exporter(runs).run(new ExportRequest(subject, who, format, LengthUnit.M, Optional.of(file)), done -> {});
        return file;
    }

    @Test
    void a_clip_of_which_not_all_is_kept_says_so_and_is_exported_from_its_first_frame() throws Exception {
        SourceInfo clip = clip();
        try (KeptClips small = new KeptClips(Optional.empty(), 30_000)) {
            small.open(clip, MotionKey.of(Plan.DEFAULT, stages));
            ClipRun runs = runs(small);

            assertThat(runs.analyse(clip, Plan.DEFAULT, frames -> {})).singleElement().asString().contains("too long");

            assertThat(small.found(clip, MotionKey.of(Plan.DEFAULT, stages))).hasSizeLessThan(FRAMES);
            assertThat(small.isWhole(clip, Plan.DEFAULT)).isFalse();
            Path file = export(runs, new Subject.WholeClip(clip, Plan.DEFAULT), new PersonSelection.Everybody(),
                    ExportFormat.JSON);
            assertThat(json(file).stream().skip(1).map(line -> line.get("pts_us").asLong()).toList())
                    .isEqualTo(IntStream.range(0, FRAMES).mapToObj(frame -> frame * INTERVAL).toList());
        }
    }

    /** Files of a run without a window, by their names. */
    private Map<String, String> asRunWrites(SourceInfo clip) throws Exception {
        Path target = Files.createDirectory(folder.resolve("run"));
        SceneFacts scene = SceneFacts.withFloor(Optional.of(DefaultBody.read()));
        try (Exports exports = Exports.open(
                Stream.of(ExportFormat.BVH, ExportFormat.JSON)
                        .map(each -> new ExportTarget(each, target.resolve("walk." + each.ending()))).toList(),
                clip, new ExportSettings(Plan.DEFAULT.networks().preset(), stages.skeletons(Plan.DEFAULT),
                        Optional.of(DefaultBody.read()), true, LengthUnit.M, Coordinates.CAMERA,
                        NormalBands.NONE))) {
            Engine engine = new Engine(EngineOptions.of(Policy.EXACT, Mode.MIN_LATENCY, 1), stages.stages(
                    Plan.DEFAULT, Mode.MIN_LATENCY),
                    new Playback(VideoSource.open(Path.of(clip.uri()), 1, pool), false, false), (result, steps) -> {
                        scene.at(result.frame(), result.camera(), result.people()).ifPresent(exports::camera);
                        exports.accept(result.frame(), result.people());
                    });
            EngineRun _ = EngineRun.whole(engine, IllegalStateException::new);
        }
        return texts(target);
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("walk")).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private static List<JsonNode> cameras(Path json) throws IOException {
        return json(json).stream().skip(1).map(line -> line.path("camera")).toList();
    }

    @Test
    void a_clip_is_exported_as_a_run_exports_it_whether_it_is_kept_or_not() throws Exception {
        SourceInfo clip = clip();
        Map<String, String> expected = asRunWrites(clip);
        assertThat(expected).hasSize(5);
        kept.open(clip, MotionKey.of(Plan.DEFAULT, stages));
        ClipRun runs = runs(kept);
        Subject whole = new Subject.WholeClip(clip, Plan.DEFAULT);
        for (boolean known : List.of(false, true)) {
            assertThat(kept.isWhole(clip, Plan.DEFAULT)).isEqualTo(known);
            for (ExportFormat format : List.of(ExportFormat.BVH, ExportFormat.JSON)) {
                Path _ = export(known ? runs : runs(new KeptClips(Optional.empty())), whole,
                        new PersonSelection.Everybody(), format);
            }
            Map<String, String> written = texts(folder);
            assertThat(written.keySet()).isEqualTo(expected.keySet());
            expected.forEach((name, text) -> assertThat(written.get(name).lines()).as(name)
                    .containsExactlyElementsOf(text.lines().toList()));
            assertThat(runs.analyse(clip, Plan.DEFAULT, frames -> {})).isEmpty();
        }

        Path main = export(runs, whole, new PersonSelection.MainPerson(), ExportFormat.JSON);
        List<JsonNode> cameras = cameras(main);
        assertThat(cameras).isEqualTo(cameras(folder.resolve("run").resolve(main.getFileName())));
        assertThat(cameras.get(UNPLACED).isMissingNode()).isTrue();
        assertThat(cameras.get(SURE).get("focal").asInt()).isEqualTo(120);
    }

    @Test
    void frames_that_failed_are_told_with_every_file_and_after_an_analysis() throws Exception {
        SourceInfo clip = clip();
        kept.open(clip, MotionKey.of(Plan.DEFAULT, stages));
        ClipRun runs = runs(kept, new ScriptedStages(plan -> List.of(),
                plan -> List.of(new StageSpec("find", 1, Failing::new))));

        List<String> warnings = runs.analyse(clip, Plan.DEFAULT, frames -> {});

        assertThat(warnings).singleElement().asString().startsWith("2 frames failed; the first because ")
                .contains("frame 7 is dark");
        assertThat(kept.isWhole(clip, Plan.DEFAULT)).isFalse();
        for (PersonSelection who : List.of(new PersonSelection.Everybody(), new PersonSelection.MainPerson())) {
            Path file = folder.resolve("walk.csv");
            Notice told = exporter(runs).run(new ExportRequest(new Subject.WholeClip(clip, Plan.DEFAULT), who,
                    ExportFormat.CSV, LengthUnit.M, Optional.of(file)), done -> {});
            assertThat(told.kind()).isEqualTo(Notice.Kind.WARNING);
            assertThat(told.text()).isEqualTo("Exported the motion to " + file + "; " + warnings.getFirst() + ".");
        }
    }

    /** Where somebody is in each frame that is rendered. */
    private static final class Places implements FrameOutput {
        private final List<Integer> left = new ArrayList<>();

        @Override
        public void accept(Frame frame, List<Person> people) {
            left.add(Math.round(people.getFirst().box().x()));
        }

        @Override
        public String format() {
            return "places";
        }

        @Override
        public void close() {}
    }

    @Test
    void what_playing_found_after_frames_were_left_out_is_in_no_file() throws Exception {
        SourceInfo clip = clip();
        StageFactory confused = new ScriptedStages(plan -> List.of(),
                plan -> List.of(new StageSpec("find", 1, Confused::new)));
        MotionKey key = MotionKey.of(Plan.DEFAULT, confused);
        kept.open(clip, key);
        Engine player = new Engine(EngineOptions.of(Policy.EXACT, Mode.MIN_LATENCY, 1),
                kept.keeping(confused.stages(Plan.DEFAULT, Mode.MIN_LATENCY), key, false),
                new Playback(new Dropping(VideoSource.open(Path.of(clip.uri()), 1, pool), Set.of(8L, 9L, 17L)), false,
                        false),
                (result, steps) -> {});
        EngineRun _ = EngineRun.whole(player, IllegalStateException::new);
        assertThat(kept.found(clip, key).stream().map(found -> found.people().get().getFirst().box().x() > 50).toList())
                .isEqualTo(IntStream.range(0, FRAMES - 3).mapToObj(frame -> frame >= 8).toList());
        ClipRun runs = runs(kept, confused);
        List<Integer> right = Collections.nCopies(FRAMES, 4);

        Places part = new Places();
        assertThat(runs.frames(clip, Plan.DEFAULT, MARKED, part, frames -> {})).isEmpty();
        Places whole = new Places();
        assertThat(runs.frames(clip, Plan.DEFAULT, Span.WHOLE, whole, frames -> {})).isEmpty();

        assertThat(part.left).isEqualTo(right.subList(FIRST, LAST + 1));
        assertThat(whole.left).isEqualTo(right);
    }

    @Test
    void a_marked_part_is_exported_and_rendered_with_the_people_whom_the_window_shows() throws Exception {
        SourceInfo clip = clip();
        kept.open(clip, MotionKey.of(Plan.DEFAULT, stages));
        ClipRun runs = runs(kept);
        assertThat(runs.analyse(clip, Plan.DEFAULT, frames -> {})).isEmpty();
        int second = order(clip);
        List<List<Integer>> shown = ids(clip);
        assertThat(shown)
                .isEqualTo(IntStream.range(0, FRAMES).mapToObj(frame -> List.of(LEFT, frame < SPLIT ? MIDDLE : second))
                        .toList());

        Subject part = new Subject.MarkedPart(clip, Plan.DEFAULT, MARKED);
        for (ExportFormat format : List.of(ExportFormat.BVH, ExportFormat.JSON)) {
            Path _ = export(runs, part, new PersonSelection.Everybody(), format);
        }
        Path video = rendered(runs, clip);

        assertThat(files(".bvh")).extracting(each -> each.getFileName().toString())
                .containsExactlyInAnyOrder("walk-Anna_1.bvh", "walk-2.bvh", "walk-" + second + ".bvh");
        for (Path bvh : files(".bvh")) {
            assertThat(Files.readAllLines(bvh)).contains("Frames: " + (LAST - FIRST + 1), "Frame Time: 0.040000000");
        }
        List<JsonNode> lines = json(folder.resolve("walk." + ExportFormat.JSON.ending()));
        assertThat(lines.getFirst().get("names")).isEqualTo(new ObjectMapper().valueToTree(Map.of("1", "Anna / 1")));
        assertThat(lines.stream().skip(1).map(ClipFilesTest::people).toList())
                .isEqualTo(shown.subList(FIRST, LAST + 1));
        assertThat(lines.get(1).get("pts_us").asLong()).isEqualTo(FIRST * INTERVAL);
        // Pictures of clips have their bits the other way round.
        assertThat(VideoFile.read(video).pictures()).extracting(each -> Integer.reverse(each.number()) >>> (32 - 12))
                .containsExactlyElementsOf(IntStream.rangeClosed(FIRST, LAST).boxed().toList());
    }

    private static List<JsonNode> json(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(mapper.readTree(line));
        }
        return lines;
    }

    private static List<Integer> people(JsonNode frame) {
        return StreamSupport.stream(frame.get("people").spliterator(), false).map(person -> person.get("id").asInt())
                .toList();
    }
}
