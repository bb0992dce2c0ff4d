package org.posescope.pipeline.kept;

import java.util.List;
import java.util.Optional;

import org.posescope.pipeline.FiniteNumbers;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pose.Person;

/** The last stage of a clip: what it leaves is kept, and gets the clip's identities. Frames come in order. */
final class KeepingStage implements Stage {
    private final String name;
    private final Stage last;
    private final KeptClips clips;
    private final MotionKey key;
    private final boolean exact;
    private final Unbroken unbroken;
    private Optional<ClipIdentities> naming = Optional.empty();

    /**
     * @param last  does the work; closed with this one
     * @param exact whether every frame that the source gives comes to the stages, see {@link KeptClip#keep}
     */
    KeepingStage(String name, Stage last, KeptClips clips, MotionKey key, boolean exact) {
        this.name = name;
        this.last = last;
        this.clips = clips;
        this.key = key;
        this.exact = exact;
        this.unbroken = new Unbroken(exact);
    }

    @Override
    public void process(Job job) throws Exception {
        last.process(job);
        FiniteNumbers.require(job.people(), name);
        long unbrokenMicros = unbroken.micros(job);
        clips.clip(job.source()).ifPresent(clip -> keep(job, clip,
                clip.still() ? job.followedMicros() : unbrokenMicros));
    }

    private void keep(Job job, KeptClip clip, long unbrokenMicros) {
        KeptMotion motion = clip.motion(key);
        ClipIdentities names = naming.filter(each -> each.isOf(clip, motion))
                .orElseGet(() -> new ClipIdentities(clip, motion));
        naming = Optional.of(names);
        long position = job.frame().positionMicros();
        long scene = clip.still() ? job.sequence() : job.scene();
        List<Person> named = names.name(position, scene, job.people());
        KeptFrame kept = clip.keep(motion,
                KeptFrame.of(position, job.followedMicros(), unbrokenMicros, job.camera(), job.leftOut(), named),
                exact);
        job.people(clip.people(kept));
        kept.camera().ifPresent(job::camera);
    }

    @Override
    public void close() {
        last.close();
    }
}
