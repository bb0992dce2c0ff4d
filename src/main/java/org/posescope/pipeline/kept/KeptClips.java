package org.posescope.pipeline.kept;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.posescope.frame.SourceInfo;
import org.posescope.pipeline.Recall;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.plan.Plan;
import org.posescope.pose.Person;

/** Keeps what is found in the clip that is open, and gives it again. Any thread may use it. */
public final class KeptClips implements EditedPeople, AutoCloseable {

    /** 20 minutes of one person at 30 frames a second. */
    private static final long USUAL_CAPACITY = 64L << 20;

    private final Optional<MotionFolder> folder;
    private final long capacity;
    private volatile Optional<Open> open = Optional.empty();

    private record Open(SourceInfo source, KeptClip clip) {}

    /** @param folder where motion of files is kept beyond the end of the program; empty: nowhere */
    public KeptClips(Optional<MotionFolder> folder) {
        this(folder, USUAL_CAPACITY);
    }

    /**
     * As the other.
     *
     * @param capacity bytes of the motion that is found in one way in a clip; what does not fit is not kept
     */
    public KeptClips(Optional<MotionFolder> folder, long capacity) {
        this.folder = folder;
        this.capacity = capacity;
    }

    /**
     * Another source is opened, of which what was kept in an earlier run is read from its file; what is kept of the one before is written
     * to its own. Nothing is kept of what cannot be played again.
     *
     * @param key what is looked for at first
     */
    public void open(SourceInfo source, MotionKey key) {
        close();
        if (source.seekable() && !source.kind().live()) {
            Optional<ClipFile> file = folder.flatMap(each -> ClipFile.of(source, each));
            KeptClip clip = new KeptClip(source.kind().still(), file, capacity);
            KeptMotion _ = clip.motion(key);
            open = Optional.of(new Open(source, clip));
        }
    }

    /** Writes what is kept to its file, and forgets it. */
    @Override
    public void close() {
        Optional<Open> before = open;
        open = Optional.empty();
        before.ifPresent(each -> each.clip().save());
    }

    /** What became of an identity of the clip that is open: that of somebody who turned out to be the same person, or itself. */
    public int identity(int id) {
        return open.map(now -> now.clip().identities().of(id)).orElse(id);
    }

    /** The clip of a source, if that is the one that is open. */
    Optional<KeptClip> clip(SourceInfo source) {
        return open.filter(now -> now.source().equals(source)).map(Open::clip);
    }

    /**
     * Every frame of the clip was looked at, one after the other, or found to be kept; whether all of it is kept depends on how much it is.
     *
     * @param places of all frames in one pass of the clip, in their order, microseconds
     */
    public void completed(SourceInfo source, MotionKey key, long[] places) {
        clip(source).ifPresent(clip -> {
            clip.motion(key).completed(places);
            clip.save();
        });
    }

    /** Whether it is kept what was found in a frame of the clip that is open. */
    public boolean has(SourceInfo source, long positionMicros, MotionKey key) {
        return clip(source).flatMap(clip -> clip.motion(key).at(positionMicros)).isPresent();
    }

    /** Whether all of a clip was looked at as a plan says and is still kept. */
    public boolean isWhole(SourceInfo source, Plan plan) {
        return clip(source).filter(clip -> clip.isWhole(plan)).isPresent();
    }

    /** All that was found in a clip, frame by frame; empty where some of it is not kept, or its pictures have nothing to do with each other. */
    public Optional<Stream<FoundPeople>> whole(SourceInfo source, MotionKey key) {
        return clip(source).filter(clip -> !clip.still() && clip.motion(key).whole())
                .map(clip -> clip.motion(key).frames().stream()
                        .map(frame -> new FoundPeople(frame.positionMicros(),
                                clip.edits().apply(frame.positionMicros(), clip.people(frame)), frame.camera())));
    }

    /** Who was seen when in a clip, frame by frame, as far as it was looked at; may take a second for a long one. */
    public List<Attendance> attendance(SourceInfo source, MotionKey key) {
        return clip(source).map(clip -> clip.attendance(clip.motion(key))).orElse(List.of());
    }

    /** All that is kept of a clip by now, frame by frame. */
    public List<FoundFrame> found(SourceInfo source, MotionKey key) {
        return clip(source).map(clip -> clip.found(clip.motion(key))).orElse(List.of());
    }

    /** Another number whenever {@link #attendance} of the clip that is open may be another; 0 when nothing is kept. */
    public long changes() {
        return open.map(now -> now.clip().changes()).orElse(0L);
    }

    @Override
    public PeopleEdits edits() {
        return open.map(now -> now.clip().edits()).orElse(PeopleEdits.NONE);
    }

    @Override
    public void edit(PeopleEdits wanted) {
        open.ifPresent(now -> now.clip().edit(wanted));
    }

    @Override
    public int fresh() {
        return open.orElseThrow().clip().identities().fresh();
    }

    /** What the user calls people of a source, by their identities; empty where nobody has a name. */
    public Map<Integer, String> names(SourceInfo source) {
        return clip(source).map(clip -> clip.edits().names()).orElse(Map.of());
    }

    /** The people of a frame as the user wants them. */
    public List<Person> edited(SourceInfo source, long positionMicros, List<Person> people) {
        return clip(source).map(clip -> clip.edits().apply(positionMicros, people)).orElse(people);
    }

    /** Gives what was found in a frame, unless the stages would find more by now because they follow people already. */
    public Recall recall(MotionKey key) {
        return new KeptRecall(this, key, KeptFrame::shows);
    }

    /** As {@link #recall} what was found with no frame left out before, as stages find it that get all frames. */
    public Recall recallExact(MotionKey key) {
        return new KeptRecall(this, key, KeptFrame::holds);
    }

    /**
     * The same stages, of which the last keeps what it leaves; it must be one whose frames come in order.
     *
     * @param exact whether every frame that the source gives comes to the stages; what they leave takes the place of what is kept then, where
     *              that is not better
     */
    public List<StageSpec> keeping(List<StageSpec> stages, MotionKey key, boolean exact) {
        List<StageSpec> keeping = new ArrayList<>(stages);
        StageSpec last = keeping.removeLast();
        keeping.add(new StageSpec(last.name(), last.workers(),
                () -> new KeepingStage(last.name(), last.factory().get(), this, key, exact)));
        return List.copyOf(keeping);
    }
}
