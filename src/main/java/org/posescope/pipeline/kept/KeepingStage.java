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
    private final boolean replaces;
    private Optional<ClipIdentities> naming = Optional.empty();

    /**
     * @param last     does the work; closed with this one
     * @param replaces whether what it leaves takes the place of what is kept and just as good
     */
    KeepingStage(String name, Stage last, KeptClips clips, MotionKey key, boolean replaces) {
        this.name = name;
        this.last = last;
        this.clips = clips;
        this.key = key;
        this.replaces = replaces;
    }

    @Override
    public void process(Job job) throws Exception {
        last.process(job);
        FiniteNumbers.require(job.people(), name);
        clips.clip(job.source()).ifPresent(clip -> keep(job, clip));
    }

    private void keep(Job job, KeptClip clip) {
        KeptMotion motion = clip.motion(key);
        ClipIdentities names = naming.filter(each -> each.isOf(clip, motion))
                .orElseGet(() -> new ClipIdentities(clip, motion));
        naming = Optional.of(names);
        long position = job.frame().positionMicros();
        long scene = clip.still() ? job.sequence() : job.scene();
        List<Person> named = names.name(position, scene, job.people());
        KeptFrame kept = clip.keep(motion,
                KeptFrame.of(position, job.followedMicros(), job.camera(), job.leftOut(), named),
                replaces);
        job.people(clip.people(kept));
        kept.camera().ifPresent(job::camera);
    }

    @Override
    public void close() {
        last.close();
    }
}
